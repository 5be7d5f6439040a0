import { randomUUID } from 'node:crypto';
import { fillMatters } from '../lists/fill-matters.mjs';
import { median, rounded } from '../numbers.mjs';
import { residentMb } from '../stage/process-usage.mjs';

const rows = 100_000;
const bars = { seconds: 20, mb: 300 };

/** The ledger with 100,000 rows as XLSX, by the way of two people, and what the server needs for it. */
export const ledgerExport = {
  name: 'ledger_export',
  about: `the ledger with ${rows} rows as XLSX`,
  weight: 1,
  async measure(bench, span) {
    const database = await bench.database('export');
    // one matter in two has a task
    await fillMatters(database, 2 * rows);
    const server = await bench.servers.product('export', database.appUrl);
    const runs = await span.repeat(5, async () => {
      const run = await oneExport(server, database.planted);
      bench.tell(`${rounded(run.seconds)} s, ${rounded(run.bytes / 1e6)} MB of file, server ${rounded(run.mb)} MB`);
      return run;
    });
    await server.stop();
    const [seconds, mb] = [median(runs.map((run) => run.seconds)), median(runs.map((run) => run.mb))];
    const alone = { bare: null, ratio: null };
    return [
      { name: 'ledger_export', value: seconds, unit: 's', ...alone, bar: bars.seconds, holds: seconds <= bars.seconds },
      { name: 'ledger_export_memory', value: mb, unit: 'MB peak', ...alone, bar: bars.mb, holds: mb <= bars.mb },
    ];
  },
};

async function oneExport({ address, process }, { cookie }) {
  const post = async (path, body, who, version) => {
    const response = await fetch(`${address}/api/v1/export-requests${path}`, {
      method: 'POST',
      headers: {
        cookie: cookie[who],
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
    return response;
  };
  const { id, version } = await (await post('', { format: 'xlsx', reason: '量度' }, 'officer1')).json();
  await post(`/${id}/approve`, {}, 'head', version);
  let mb = 0;
  const watch = setInterval(() => (mb = Math.max(mb, residentMb(process.pid))), 50);
  const startedAt = performance.now();
  try {
    const file = await (await post(`/${id}/take`, {}, 'officer1')).arrayBuffer();
    if (file.byteLength < rows * 20) throw new Error(`${file.byteLength} bytes are not ${rows} rows`);
    return { seconds: (performance.now() - startedAt) / 1_000, bytes: file.byteLength, mb };
  } finally {
    clearInterval(watch);
  }
}
