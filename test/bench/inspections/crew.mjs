import { openContext } from '../stage/county.mjs';
import { importBuilt } from '../stage/product.mjs';

/**
 * People who go out: fit to go and to lead, each with an open session in a post of a unit.
 * @returns {Promise<{ id: string, cookie: string }[]>}
 */
export async function plantCrew({ appUrl, planted }, count) {
  const app = await openContext(appUrl);
  try {
    const { Store } = await importBuilt('libs/store/src/index');
    const { People, Sessions } = await importBuilt('libs/access/src/index');
    const [store, people, sessions] = [Store, People, Sessions].map((token) => app.get(token, { strict: false }));
    return await store.transaction(async (tx) => {
      const crew = [];
      for (let n = 1; n <= count; n += 1) {
        const id = await people.enter(tx, { name: `查${n}` }, null);
        const account = await people.openAccount(tx, id, `crew${n}`, null, null);
        const unitId = planted.unit[`department${1 + (n % 40)}`];
        await people.givePost(
          tx,
          { personId: id, role: 'unit_staff', unitId, title: '干部', from: '2020-01-01T00:00:00Z' },
          null,
        );
        const { token } = await sessions.open(tx, account, { source: 'bench', device: 'bench' });
        crew.push({ id, cookie: `ducha=${token}` });
      }
      await tx.query(competenceSql, [crew.map(({ id }) => id), planted.person.officer1]);
      return crew;
    });
  } finally {
    await app.close();
  }
}

const competenceSql = `
  insert into competence (id, person_id, kind, from_on, to_on, recorded_by, recorded_at)
  select gen_random_uuid(), p.id, k.kind, current_date - 30, current_date + 300, case k.kind when 'secrecy' then p.id else $2::uuid end, now()
  from unnest($1::uuid[]) as p(id) cross join (values ('training'), ('leading'), ('secrecy')) as k(kind)`;
