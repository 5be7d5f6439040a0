import { randomBytes, randomUUID } from 'node:crypto';
import { buildBare, makeBareTables } from '../bare/bare.mjs';
import { plantRound } from '../inspections/round.mjs';
import { plantVillages } from '../inspections/villages.mjs';
import { median, rounded } from '../numbers.mjs';
import { Client } from '../stage/client.mjs';
import { taskBodies } from './create-dispatch.mjs';

const connections = 8;
const photoBytes = 200_000;
const bar = 500;

/**
 * Findings with a photograph of 200 kB each: the upload and the finding that names it, through the API, eight people at
 * once; beside the bare stack that takes the same file to the disk and then stores three rows.
 */
export const finding = {
  name: 'finding',
  about: 'findings with a photo of 200 kB, 8 connections',
  weight: 1,
  async measure(bench, span) {
    const database = await bench.database('finding');
    const places = await plantVillages(database, { villages: 16, households: 1 });
    const [round] = await plantRound(database, places, { rounds: 1, findings: 0 });
    await makeBareTables(database);
    const sides = {
      bare: {
        server: await bench.servers.bare(buildBare(), database.appUrl),
        cookie: '',
        one: bareFinding(taskBodies(database.planted)),
      },
      ours: {
        server: await bench.servers.product('finding', database.appUrl),
        cookie: database.planted.cookie.officer1,
        one: (client, n) => oneFinding(client, round.visits[n % round.visits.length]),
      },
    };
    await bothSides(sides, bench.either(3_000, 1_500));
    const runs = await span.repeat(5, async () => {
      const run = await bothSides(sides, bench.either(10_000, 4_000));
      bench.tell(
        `bare ${rounded(run.bare)}/s, ours ${rounded(run.ours)}/s (${rounded((run.ours * photoBytes) / 1e6)} MB/s), ratio ${rounded(run.ours / run.bare)}`,
      );
      return run;
    });
    await Promise.all([sides.bare.server.stop(), sides.ours.server.stop()]);
    const [value, bare] = [median(runs.map(({ ours }) => ours)), median(runs.map((run) => run.bare))];
    return [
      { name: 'finding', value, unit: 'findings with photo/s', bare, ratio: value / bare, bar, holds: value >= bar },
    ];
  },
};

async function bothSides({ bare, ours }, durationMs) {
  return { bare: await rate(bare, durationMs), ours: await rate(ours, durationMs) };
}

async function rate({ server, cookie, one }, durationMs) {
  const endsAt = performance.now() + durationMs;
  const startedAt = performance.now();
  const counts = await Promise.all(
    Array.from({ length: connections }, async (_, n) => {
      const client = new Client(server.address, cookie);
      let done = 0;
      for (; performance.now() < endsAt; done += 1) await one(client, n + done);
      client.close();
      return done;
    }),
  );
  return counts.reduce((sum, n) => sum + n, 0) / ((performance.now() - startedAt) / 1_000);
}

/** The start of a JPEG; what follows differs from photo to photo. */
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

const upload = (client) =>
  client.upload('/evidence', Buffer.concat([jpeg, randomBytes(photoBytes - jpeg.length)]), '现场.jpg');

const bareFinding = (body) => async (client) => {
  await upload(client);
  await client.post('/tasks', body(), false);
};

async function oneFinding(client, visitId) {
  const photo = await upload(client);
  const body = { id: idNow(), clause: 'waste', words: '村口有成片垃圾', severity: 'ordinary', evidenceIds: [photo.id] };
  await client.post(`/visits/${visitId}/findings`, body, false);
}

/** An id as a device makes it (UUID version 7). */
function idNow() {
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = randomUUID().slice(14);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(1)}`;
}
