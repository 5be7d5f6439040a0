import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type DrawVerdict, nodeDigests, verifyDraw } from '@ducha/inspection';
import { Command } from 'commander';

/** The largest record read: a frame of some 200,000 rows. */
const mostBytes = 64 * 1024 * 1024;

/** `ducha verify-draw FILE`: draws again from the record of a draw; needs no database and no network. */
export function verifyDrawCommand(): Command {
  return new Command('verify-draw')
    .description(
      'draw again from the record of a draw; ends with 1 when something differs, with 2 when the file cannot be read',
    )
    .argument('<file>', 'the JSON record of a draw')
    .option('--json', 'print the verdict as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const said = await readJson(resolve(file));
      if (said === undefined) return;
      const verdict = verifyDraw(said, nodeDigests);
      const told = verdict.holds ? { holds: true } : verdict;
      process.stdout.write(json ? `${JSON.stringify(told)}\n` : readable(verdict));
      if (!verdict.holds) process.exitCode = 1;
    });
}

async function readJson(path: string): Promise<unknown> {
  try {
    if ((await stat(path)).size > mostBytes) throw new Error(`larger than ${mostBytes} bytes`);
    const said: unknown = JSON.parse(await readFile(path, 'utf8'));
    return said;
  } catch (cause) {
    process.stderr.write(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

function readable(verdict: DrawVerdict): string {
  if (!verdict.holds) {
    const { code, path, said, found } = verdict.difference;
    return `REFUTED at ${path === '' ? 'the file' : path} (${code})\nthe record says: ${said ?? 'nothing usable'}\nrecomputed:      ${found ?? 'nothing'}\n`;
  }
  const { terms, drawn, replacements, commitment, frameHash } = verdict.record;
  const sizes = drawn.map(
    ({ stratum, objects, reserves }) => `  ${stratum}: ${objects.length} of ${objects.length + reserves.length}`,
  );
  const counts = `${terms.frame.length} rows in the frame, ${terms.excluded.length} taken out, ${replacements.length} replaced`;
  const digests = `commitment ${commitment}\nframe hash ${frameHash}`;
  return `CONFIRMED: ${terms.purpose}\n${counts}\n${sizes.join('\n')}\n${digests}\n`;
}
