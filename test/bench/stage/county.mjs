import { NestFactory } from '@nestjs/core';
import { doingUnits, people, signedIn, units } from './county-plan.mjs';
import { importBuilt } from './product.mjs';

/**
 * Who is who in the databases of the bench.
 * @typedef {object} County
 * @property {Record<string, string>} unit     ids by key
 * @property {Record<string, string>} person   ids by key
 * @property {Record<string, string>} cookie   session cookies by the person's key
 * @property {string[]} doing                  ids of the units that receive work, the busiest first
 * @property {string} mandateId                a standing mandate for netizens' messages of every category
 */

/**
 * Fills an empty migrated database with the bench's county, through the product's own use cases where there are some.
 * @returns {Promise<County>}
 */
export async function plantCounty({ appUrl }) {
  const app = await openContext(appUrl);
  try {
    const { Store } = await importBuilt('libs/store/src/index');
    const tools = await toolsOf(app);
    return await app.get(Store, { strict: false }).transaction((tx) => plant(tx, tools));
  } finally {
    await app.close();
  }
}

/** The product without a server, on a database. */
export async function openContext(databaseUrl) {
  const { AppModule } = await importBuilt('apps/server/src/app.module');
  const { readSettings } = await importBuilt('libs/store/src/index');
  const settings = readSettings({ DATABASE_URL: databaseUrl, DUCHA_ROLE: 'api', DUCHA_LOG_LEVEL: 'error' });
  return NestFactory.createApplicationContext(AppModule.for(settings, { appUrl: databaseUrl }), {
    logger: false,
    abortOnError: false,
  });
}

async function toolsOf(app) {
  const { People, Sessions } = await importBuilt('libs/access/src/index');
  const { IDS } = await importBuilt('libs/kernel/src/index');
  const found = (token) => app.get(token, { strict: false });
  return { directory: found(People), sessions: found(Sessions), ids: found(IDS) };
}

async function plant(tx, tools) {
  const unit = await plantUnits(tx, tools);
  const { person, account } = await plantPeople(tx, tools, unit);
  const cookie = {};
  for (const key of signedIn) {
    const { token } = await tools.sessions.open(tx, account[key], { source: 'bench', device: 'bench' });
    cookie[key] = `ducha=${token}`;
  }
  const mandateId = tools.ids.next();
  await tx.query(
    `insert into standing_mandate (id, source_kind, category_prefix, from_at, to_at, reason, proposed_by, proposed_at, approved_by, approved_at, version)
     values ($1, 'netizen_message', '', now() - interval '1 day', now() + interval '1 year', '量度', $2, now(), $3, now(), 1)`,
    [mandateId, person.head, person.principal],
  );
  return { unit, person, cookie, doing: doingUnits.map((key) => unit[key]), mandateId };
}

async function plantUnits(tx, { ids }) {
  const unit = {};
  const path = {};
  for (const [sort, { key, kind, above, name }] of units.entries()) {
    unit[key] = ids.next();
    path[key] = `${above === null ? '/' : path[above]}${unit[key]}/`;
    await tx.query(
      `insert into unit (id, key, parent_id, path, name, short_name, kind, sort, from_at, version)
       values ($1, $2, $3, $4, $5, $5, $6, $7, now() - interval '5 years', 1)`,
      [unit[key], key, above === null ? null : unit[above], path[key], name, kind, sort],
    );
  }
  return unit;
}

async function plantPeople(tx, { directory }, unit) {
  const person = {};
  const account = {};
  for (const { key, role, unit: unitKey } of people) {
    person[key] = await directory.enter(tx, { name: `量${key}` }, null);
    account[key] = await directory.openAccount(tx, person[key], key, null, null);
    const post = { personId: person[key], role, unitId: unit[unitKey], title: key, from: '2020-01-01T00:00:00Z' };
    await directory.givePost(tx, post, null);
  }
  return { person, account };
}
