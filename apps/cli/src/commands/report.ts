import { isInstant } from '@ducha/http';
import { Timeliness, usualTerms } from '@ducha/report';
import { Command, InvalidArgumentError } from 'commander';
import { withApplication } from '../context.js';
import { sayRefusal } from './refusal.js';

interface TimelinessOptions {
  source: string;
  within: string;
  asOf?: string;
  json?: boolean;
}

/** `ducha report timeliness`: how timely an imported ledger was answered. */
export function reportCommand(): Command {
  const timeliness = new Command('timeliness')
    .description('how timely an imported ledger was answered')
    .requiredOption('--source <name>', 'name under which the ledger was imported')
    .option('--within <terms>', 'terms to count by: wd working days, d days, m months', usualTerms)
    .option('--as-of <instant>', 'as it stood then, with zone: 2026-11-20T00:00:00+08:00 (default: now)', readInstant)
    .option('--json', 'print the figures as JSON')
    .action((options: TimelinessOptions) => sayRefusal(() => reportTimeliness(options)));
  return new Command('report').description('print figures').addCommand(timeliness);
}

function readInstant(text: string): string {
  if (!isInstant(text)) throw new InvalidArgumentError('This is no instant that exists, with its zone.');
  return text;
}

async function reportTimeliness({ source, within, asOf, json }: TimelinessOptions): Promise<void> {
  const report = await withApplication((app) =>
    app.get(Timeliness, { strict: false }).report({
      ground: { of: 'history', source },
      within,
      asOf: asOf === undefined ? null : new Date(asOf),
    }),
  );
  const { all, exclusions } = report;
  const { total, excluded, open, noLimit, byCurrentDate } = all;
  const { onTime, late } = byCurrentDate;
  const figures = { source, asOf: report.asOf, total, excluded, open, onTime, late, noLimit };
  process.stdout.write(
    json ? `${JSON.stringify({ ...figures, within: all.within, exclusions })}\n` : readable(figures, all.within),
  );
}

function readable(
  figures: Readonly<Record<string, string | number>>,
  within: readonly { term: string; n: number; of: number; percent: number | null }[],
): string {
  const lines = within.map(({ term, n, of, percent }) => `  within ${term}: ${n} of ${of} (${percent ?? '-'} %)`);
  const head = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  return `${[head.join(', '), ...lines].join('\n')}\n`;
}
