import { fileURLToPath } from 'node:url';
import { median, rounded } from '../numbers.mjs';
import { perSecond } from '../stage/load.mjs';
import { settled } from '../stage/settling.mjs';
import { taskBodies } from './create-dispatch.mjs';

const connections = 32;
const bar = 0.25;
const unarmed = fileURLToPath(new URL('../clocks/unarmed.mjs', import.meta.url));

/** Creating and sending a task with its clocks, beside the same product that arms none. */
export const armingCost = {
  name: 'arming_cost',
  about: 'create and dispatch with its clocks, beside the same without any',
  weight: 1.2,
  async measure(bench, span) {
    const sides = { armed: await side(bench, 'armed', []), bare: await side(bench, 'unarmed', ['--import', unarmed]) };
    const durationMs = bench.either(8_000, 4_000);
    for (const one of Object.values(sides)) await one.run(2_000);
    const runs = await span.repeat(5, async () => {
      const [bare, armed] = [await sides.bare.run(durationMs), await sides.armed.run(durationMs)];
      bench.tell(`without ${rounded(bare)}/s, with ${rounded(armed)}/s: ${rounded((bare / armed - 1) * 100)} % more`);
      return { bare, armed };
    });
    for (const one of Object.values(sides)) await one.stop();
    const value = median(runs.map(({ bare, armed }) => bare / armed - 1));
    const unit = 'of the time of a dispatch without clocks';
    return [{ name: 'arming_cost', value, unit, bare: null, ratio: null, bar, holds: value <= bar }];
  },
};

async function side(bench, name, nodeWords) {
  const database = await bench.database(name);
  const { planted } = database;
  const server = await bench.servers.product(name, database.appUrl, 'both', nodeWords);
  const plain = taskBodies(planted);
  const body = () => ({ ...plain(), door: 'mandate', mandateId: planted.mandateId, dispatch: true });
  const target = { url: `${server.address}/api/v1/tasks`, headers: { cookie: planted.cookie.officer1 } };
  return {
    run: async (durationMs) => {
      const rate = await perSecond(target, body, { connections, durationMs });
      await settled(database);
      return rate;
    },
    stop: async () => {
      await server.stop();
      await bench.drop(name);
    },
  };
}
