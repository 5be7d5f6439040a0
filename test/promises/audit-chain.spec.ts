import { type Anchor, anchorOf, Audit, type Reader, verifyChain } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { World } from '#test-kit';
import pg from 'pg';

const writers = 16;
const actsEach = 40;

describe('the audit chain', () => {
  let world: World;
  let owner: pg.Client;
  let reader: Reader;

  beforeAll(async () => {
    world = await World.open();
    owner = new pg.Client({ connectionString: world.urls.superuserUrl });
    await owner.connect();
    reader = {
      query: async <R>(sql: string, params: readonly unknown[] = []) =>
        (await owner.query(sql, [...params])).rows as R[],
    };
    const audit = world.app.get(Audit, { strict: false });
    const ids = world.app.get<Ids>(IDS, { strict: false });
    const write = async (writer: number): Promise<void> => {
      for (let n = 0; n < actsEach; n += 1) {
        await world.store.transaction((tx) =>
          audit.record(tx, {
            act: 'proof.write',
            subject: { type: 'proof', id: ids.next() },
            by: null,
            facts: { writer, n },
            words: `第 ${n} 句`,
          }),
        );
      }
    };
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    await world.settles();
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  /** Runs a deliberate break on a copy of the truth: everything is rolled back afterwards. */
  async function broken(sql: string, anchors: readonly Anchor[] = []): Promise<string[]> {
    await owner.query('begin');
    try {
      await owner.query('set local session_replication_role = replica');
      await owner.query(sql);
      const { tampering } = await verifyChain(reader, anchors);
      return [...new Set(tampering.map(({ kind }) => kind))].sort();
    } finally {
      await owner.query('rollback');
    }
  }

  it('has one link for each row, without forks or gaps, however many write at once', async () => {
    const [count] = await reader.query<{ rows: number; links: number; last: number }>(
      `select (select count(*)::int from audit_row) as rows, count(*)::int as links, max(seq)::int as last from audit_link`,
    );
    expect(count?.rows).toBeGreaterThanOrEqual(writers * actsEach);
    expect([count?.links, count?.last]).toEqual([count?.rows, count?.rows]);
    const { tampering } = await verifyChain(reader, []);
    expect(tampering).toEqual([]);
  });

  it('forks when two linkers work without their lock (negative control)', async () => {
    const kinds = await broken(`
      insert into audit_row select gen_random_uuid(), r.chain, r.at, act, subject_type, subject_id, about_id, person_id, post_id, role, unit_id, from_state, to_state, facts, words_digest
        from audit_row r join audit_link l on l.row_id = r.id where l.seq = 7;
      update audit_link set prev_hash = (select hash from audit_link where seq = 5) where seq = 7`);
    expect(kinds).toEqual(expect.arrayContaining(['brokenLink', 'edited']));
  });

  it.each([
    [
      'an edited row',
      `update audit_row set facts = '{"n": 999}' where id = (select row_id from audit_link where seq = 11)`,
      ['edited'],
    ],
    [
      'an edited instant',
      `update audit_row set at = at + interval '1 microsecond' where id = (select row_id from audit_link where seq = 11)`,
      ['edited'],
    ],
    [
      'a deleted row',
      `delete from audit_row where id = (select row_id from audit_link where seq = 12)`,
      ['rowMissing'],
    ],
    [
      'a deleted row and link',
      `delete from audit_row where id = (select row_id from audit_link where seq = 12); delete from audit_link where seq = 12`,
      ['brokenLink', 'gap'],
    ],
    [
      'two rows in swapped order',
      `alter table audit_link drop constraint audit_link_row_once; update audit_link a set row_id = b.row_id from audit_link b where a.seq in (20, 21) and b.seq = 41 - a.seq`,
      ['edited'],
    ],
    [
      'a re-hashed link',
      `update audit_row set act = 'proof.forged' where id = (select row_id from audit_link where seq = 30);
      update audit_link set hash = sha256('forged'::bytea) where seq = 30`,
      ['brokenLink', 'edited'],
    ],
  ])('finds %s', async (_, sql, kinds) => {
    expect(await broken(sql)).toEqual(kinds);
  });

  it('finds a cut tail by an anchor kept elsewhere, and not without it', async () => {
    const anchor = await anchorOf(reader);
    const cut = `delete from audit_row where id in (select row_id from audit_link where seq > 50); delete from audit_link where seq > 50`;
    expect(await broken(cut, anchor ? [anchor] : [])).toEqual(['anchorMissing']);
    expect(await broken(cut)).toEqual([]);
  });

  it('finds a tail that was forged anew by an anchor', async () => {
    const anchor = await anchorOf(reader);
    expect(
      await broken(
        `update audit_link set hash = sha256('x'::bytea) where seq = ${anchor?.seq ?? 0}`,
        anchor ? [anchor] : [],
      ),
    ).toContain('anchorDiffers');
  });

  it('reports rows that stayed unlinked for more than a minute, not younger ones', async () => {
    const late = (age: string): string => `insert into audit_row (id, chain, at, act, subject_type, facts)
      values (gen_random_uuid(), 'main', now() - interval '${age}', 'proof.slipped_in', 'proof', '{}')`;
    expect(await broken(late('61 seconds'))).toEqual(['unlinked']);
    expect(await broken(late('30 seconds'))).toEqual([]);
  });

  it.each([
    `update audit_row set act = 'x'`,
    `delete from audit_row`,
    `truncate audit_row cascade`,
    `update audit_link set hash = 'x'`,
    `delete from audit_link`,
    `alter table audit_row disable trigger all`,
    `create trigger t before insert on audit_row for each row execute function refuse_doing_verifier()`,
    `drop table audit_row`,
  ])('is refused to the application: %s', async (sql) => {
    const app = new pg.Client({ connectionString: world.urls.appUrl });
    await app.connect();
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
    await app.end();
  });

  it('keeps words apart from the chain, so that purging them leaves it whole', async () => {
    expect(await broken('delete from audit_words')).toEqual([]);
  });
});
