import { resolve } from 'node:path';
import { type PackCheck, verifyPack } from '@ducha/archive';
import { Command } from 'commander';
import { readAnchors } from './audit.js';
import { sayRefusal } from './refusal.js';

/** `ducha verify-pack FILE`: checks a case file offline; needs no database and no network. */
export function verifyPackCommand(): Command {
  return new Command('verify-pack')
    .description(
      'check a case file without any database; ends with 1 when something is wrong, with 2 when it is no case file',
    )
    .argument('<file>', 'the ZIP of a case file')
    .option('--anchors <file>', 'JSON lines that verify-audit --anchor printed, kept outside the system')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: { anchors?: string; json?: boolean }) =>
      sayRefusal(() => check(resolve(file), options)),
    );
}

async function check(file: string, options: { anchors?: string; json?: boolean }): Promise<void> {
  const found = await verifyPack(file, options.anchors === undefined ? [] : readAnchors(options.anchors));
  process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : readable(found));
  if (found.findings.length > 0) process.exitCode = 1;
}

function readable({
  title,
  parts,
  acts,
  links,
  unlinked,
  anchorsMatched,
  manifestSha256,
  findings,
}: PackCheck): string {
  const lines = findings.map(({ kind, where }) => `${kind}: ${where}`);
  const counts = `${parts} parts, ${acts} acts, ${links} links, ${unlinked} not chained yet, ${anchorsMatched} anchors matched`;
  return `${[...lines, title, counts, `manifest ${manifestSha256}`, `${findings.length} findings`].join('\n')}\n`;
}
