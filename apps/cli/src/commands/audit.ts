import { readFileSync } from 'node:fs';
import { type Anchor, anchorOf, type Reader, verifyChain } from '@ducha/audit';
import { Command } from 'commander';
import pg from 'pg';
import { withDatabase } from '../context.js';

/** `ducha verify-audit` and `ducha anchor-audit`. */
export function auditCommand(): Command {
  return new Command('verify-audit')
    .description('walk the audit chain and compare it with anchors kept elsewhere; ends with 1 when something is wrong')
    .option('--anchors <file>', 'JSON lines that --anchor printed earlier')
    .option('--anchor', 'print the present end of the chain as a JSON line, to be kept outside the database')
    .option('--json', 'print the result as JSON')
    .action((options: { anchors?: string; anchor?: boolean; json?: boolean }) => verify(options));
}

async function verify(options: { anchors?: string; anchor?: boolean; json?: boolean }): Promise<void> {
  const anchors = options.anchors === undefined ? [] : readAnchors(options.anchors);
  await withDatabase(async (database) => {
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    try {
      const reader: Reader = {
        query: async <R>(sql: string, params: readonly unknown[] = []) => {
          const { rows } = await client.query(sql, [...params]);
          // boundary: what the driver answers is what the statement selects
          return rows as R[];
        },
      };
      if (options.anchor) {
        const anchor = await anchorOf(reader);
        if (anchor) process.stdout.write(`${JSON.stringify(anchor)}\n`);
        return;
      }
      const result = await verifyChain(reader, anchors);
      const lines = result.tampering.map(({ kind, seq, rowId }) => `${kind} at ${seq ?? '-'} row ${rowId ?? '-'}`);
      const summary = `${result.links} links, ${result.anchors} anchors, ${result.tampering.length} findings`;
      process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${[...lines, summary].join('\n')}\n`);
      if (result.tampering.length > 0) process.exitCode = 1;
    } finally {
      await client.end();
    }
  });
}

/** Anchors as `verify-audit --anchor` printed them, one JSON a line. */
export function readAnchors(file: string): Anchor[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const anchor: unknown = JSON.parse(line);
      if (isAnchor(anchor)) return anchor;
      throw new Error(`${file}:${index + 1} is not an anchor`);
    });
}

function isAnchor(value: unknown): value is Anchor {
  return (
    typeof value === 'object' &&
    value !== null &&
    'seq' in value &&
    typeof value.seq === 'number' &&
    'hash' in value &&
    typeof value.hash === 'string' &&
    'chain' in value
  );
}
