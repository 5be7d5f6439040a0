import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyPack } from '@ducha/archive';
import { type Anchor, verifyChain } from '@ducha/audit';
import { type Json, type PersonKey, World } from '#test-kit';
import { forge, partsOf } from './kit/backups.js';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const canary = '<img src=x onerror=alert(1)>';

describe('a case file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ducha-case-'));
  const file = join(folder, 'case.zip');
  let world: World;
  let matter: Json;
  let parts: Map<string, Buffer>;
  let index: Json;

  beforeAll(async () => {
    world = await World.open();
    matter = await aFinishedMatter();
    parts = await packFor('officer', file);
    index = JSON.parse(parts.get('index.json')?.toString() ?? '');
  }, 120_000);
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function aFinishedMatter(): Promise<Json> {
    const paper = await world.as('clerk').upload('/evidence', Buffer.from('来信原件\n'.repeat(50)), '来信 原件?.txt');
    const entered = await world.as('clerk').does('/matters', {
      declaredUnclassified: true,
      kind: 'netizen_message',
      title: `城关排水沟堵塞 ${canary}`,
      body: '雨天积水，\n请尽快疏通。',
      signatories: [{ name: '网民甲', contact: '13800001111' }],
      evidenceIds: [paper.body.id],
    });
    const instruction = await world.as('magistrate').does('/instructions', {
      subjectType: 'matter',
      subjectId: entered.id,
      kind: 'order',
      words: '请水利局三日内办结。',
    });
    const { version } = await world.as('officer').sees(`/matters/${entered.id}`);
    const { task } = await world.as('officer').does(
      `/matters/${entered.id}/register`,
      {
        by: 'instruction',
        instructionId: instruction.id,
        dispatch: true,
        task: {
          title: '疏通城关排水沟',
          demand: '逐沟验收。',
          leadUnitId: world.county.unit.water,
          assistUnitIds: [world.county.unit.housing],
          dueAt: inDays(5),
        },
      },
      { ifMatch: version },
    );
    await world.settles();
    for (const person of ['waterLiaison', 'housingLiaison'] as const) {
      const [order] = (await world.as(person).sees('/assignments?box=to_sign')).items;
      await world.as(person).does(`/assignments/${order.id}/sign`, {}, { ifMatch: order.version });
      await world.as(person).does(`/assignments/${order.id}/report`, { progress: `${person} 已到现场` });
      await world.as(person).does(`/assignments/${order.id}/report`, { progress: `${person} 已清淤`, problem: '缺泵' });
    }
    const advice = { subjectType: 'task', subjectId: task.id, kind: 'guidance', words: '注意防汛。' };
    await world.as('clerkOfMagistrate').does('/instructions', advice);
    await world.settles();
    return { ...entered, taskId: task.id };
  }

  async function packFor(person: PersonKey, path: string): Promise<Map<string, Buffer>> {
    const answer = await fetch(`${await world.app.getUrl()}/api/v1/matters/${matter.id}/case-file`, {
      headers: { cookie: await world.cookieOf(person) },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
    return partsOf(path);
  }
  const text = (name: string): string => parts.get(name)?.toString() ?? '';

  it('holds every act, task, assignment, report and paper, with who formed it, in which post, when', () => {
    expect([index.matter.id, index.tasks.map(({ id }: Json) => id)]).toEqual([matter.id, [matter.taskId]]);
    expect([
      index.tasks[0].assignments.length,
      index.tasks[0].reports.length,
      index.matter.instructions.length,
    ]).toEqual([2, 4, 1]);
    const acts = index.acts.map(({ act }: Json) => act);
    for (const act of [
      'matter.enter',
      'evidence.store',
      'instruction.give',
      'assignment.sign',
      'assignment.report',
      'task.dispatch',
    ])
      expect(acts).toContain(act);
    const signing = index.acts.find(({ act }: Json) => act === 'assignment.sign');
    expect([signing.person.name, signing.unit, signing.seq > 0]).toEqual([
      expect.any(String),
      expect.stringMatching(/局$/),
      true,
    ]);
    const [advice] = index.acts.filter(({ inNameOf }: Json) => inNameOf !== null);
    expect(advice).toMatchObject({ person: { name: '文秘书' }, inNameOf: { name: '程远' } });
    expect(signing.inNameOf).toBeNull();
    expect(text('index.html')).toContain('文秘书 代 程远');
    const [paper] = index.papers;
    expect(parts.get(paper.path)?.toString()).toContain('来信原件');
    expect(paper.path).toBe('evidence/001-来信 原件_.txt');
  });

  it('is a page in Chinese that runs nothing, asks nobody and masks what is protected', () => {
    const page = text('index.html');
    for (const words of ['卷宗', '疏通城关排水沟', '请水利局三日内办结。', '缺泵', '签收', '核验说明'])
      expect(page).toContain(words);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain(canary);
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object)|https?:\/\/|@import|url\(/);
    for (const name of parts.keys()) expect(text(name)).not.toContain('13800001111');
  });

  it('is sound, and the running chain agrees with its anchors', async () => {
    const check = await verifyPack(file);
    expect([check.findings, check.unlinked]).toEqual([[], 0]);
    expect([check.acts, check.links]).toEqual([index.acts.length, index.acts.length]);
    const anchors = text('anchors.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Anchor);
    await world.settles();
    expect((await verifyChain(world.store, anchors)).tampering).toEqual([]);
    expect((await verifyPack(file, anchors)).anchorsMatched).toBe(anchors.length);
    const [made] = await world.store.query<{ facts: Json }>(
      `select facts from audit_row where act = 'matter.case_file_made' order by at limit 1`,
    );
    expect(made?.facts.manifestSha256).toBe(check.manifestSha256);
  });

  it('is recorded with who asked for it', async () => {
    const rows = await world.store.query<{ act: string; person_id: string }>(
      `select act, person_id from audit_row where act like 'matter.case_file%' and about_id = $1 order by at`,
      [matter.id],
    );
    expect(rows.slice(0, 2)).toEqual([
      { act: 'matter.case_file', person_id: world.county.person.officer },
      { act: 'matter.case_file_made', person_id: world.county.person.officer },
    ]);
  });

  it('shows a unit what its own pages show, and nothing of its neighbours or of the office', async () => {
    const own = await packFor('housingLiaison', join(folder, 'housing.zip'));
    const record = JSON.parse(own.get('index.json')?.toString() ?? '');
    expect(record.tasks[0].assignments.map(({ unit }: Json) => unit.id)).toEqual([world.county.unit.housing]);
    expect(own.get('index.html')?.toString()).not.toContain('waterLiaison');
    const told = record.acts.filter(({ act }: Json) => act === 'instruction.give');
    expect(told.map(({ words }: Json) => words)).toEqual(['注意防汛。']);
    expect((await verifyPack(join(folder, 'housing.zip'))).findings).toEqual([]);
    for (const [person, status] of [
      ['cityLiaison', 404],
      ['sysadmin', 404],
      ['invited', 404],
    ] as const)
      expect([person, (await world.as(person).get(`/matters/${matter.id}/case-file`)).status]).toEqual([
        person,
        status,
      ]);
    expect((await world.stranger().get(`/matters/${matter.id}/case-file`)).status).toBe(401);
    await world.clock.advance({ minutes: 16 });
    const stale = await world.as('officer').get(`/matters/${matter.id}/case-file`);
    expect([stale.status, stale.body.code]).toEqual([403, 'access.proofNeeded']);
    await world.passes({ minutes: 1 });
  });

  describe('that was changed is found out', () => {
    type Change = (forged: Map<string, Buffer>) => void;
    const json = (forged: Map<string, Buffer>, name: string, change: (value: Json) => void): void => {
      const value = JSON.parse(forged.get(name)?.toString() ?? '');
      change(value);
      forged.set(name, Buffer.from(JSON.stringify(value)));
    };
    /** What somebody does who writes the manifest anew, too. */
    const rehash = async (forged: Map<string, Buffer>): Promise<void> => {
      const { createHash } = await import('node:crypto');
      json(forged, 'manifest.json', (manifest) => {
        for (const part of manifest.parts) {
          const bytes = forged.get(part.path) ?? Buffer.alloc(0);
          Object.assign(part, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
        }
      });
    };
    async function findingsOf(change: Change, careful: boolean): Promise<Json[]> {
      const forged = new Map(parts);
      change(forged);
      if (careful) await rehash(forged);
      const path = join(folder, 'forged.zip');
      await forge(forged, path);
      return (await verifyPack(path)).findings.map(({ kind, where }) => `${kind} ${where}`);
    }
    const paper = (): string => index.papers[0].path;

    it('by what became of its files', async () => {
      expect(await findingsOf(() => undefined, false)).toEqual([]);
      expect(await findingsOf((forged) => forged.set(paper(), Buffer.from('另一封信')), false)).toEqual([
        `changed ${paper()}`,
      ]);
      expect(await findingsOf((forged) => forged.delete(paper()), false)).toEqual([`missing ${paper()}`]);
      expect(
        await findingsOf((forged) => forged.set('evidence/999-new.txt', Buffer.from('后补的材料')), false),
      ).toEqual(['added evidence/999-new.txt']);
      expect(await findingsOf((forged) => forged.delete('index.html'), false)).toEqual(['missing index.html']);
    });

    it('by the chain, however carefully the manifest was written anew', async () => {
      const [first, second] = index.acts;
      const reordered = await findingsOf(
        (forged) => json(forged, 'index.json', ({ acts }) => acts.splice(0, 2, second, first)),
        true,
      );
      expect(reordered).toEqual([`actReordered #${first.seq} ${first.act}`]);
      const swapped = await findingsOf(
        (forged) => json(forged, 'chain.json', (links) => links.splice(0, 2, links[1], links[0])),
        true,
      );
      expect(swapped).toContain(`actReordered #${first.seq}`);
      const act = index.acts.find((one: Json) => one.act === 'assignment.sign');
      const at = index.acts.indexOf(act);
      const named = `#${act.seq} ${act.act}`;
      const change = (what: object): Promise<Json[]> =>
        findingsOf((forged) => json(forged, 'index.json', ({ acts }) => Object.assign(acts[at], what)), true);
      expect(await change({ at: '2020-01-01T00:00:00.000Z' })).toEqual([`actChanged ${named}`]);
      expect(await change({ person: { id: world.county.person.officer, name: '别人' } })).toEqual([
        `actChanged ${named}`,
      ]);
      expect(await change({ to: 'accepted' })).toEqual([`actChanged ${named}`]);
      expect(await change({ words: '没有说过的话' })).toEqual([`wordsChanged ${named}`]);
      expect(await findingsOf((forged) => json(forged, 'index.json', ({ acts }) => acts.splice(at, 1)), true)).toEqual([
        `actMissing #${act.seq}`,
      ]);
      expect(await findingsOf((forged) => json(forged, 'chain.json', (links) => links.splice(at, 1)), true)).toEqual([
        `linkBroken ${named}`,
      ]);
      const rewritten = await findingsOf(
        (forged) =>
          json(
            forged,
            'chain.json',
            (links) => (links[at].canonical = links[at].canonical.replace('delivered', 'queued')),
          ),
        true,
      );
      expect(rewritten).toContain(`actChanged #${act.seq}`);
    });

    it('by the act that stored a paper, and by anchors from outside', async () => {
      const exchanged = await findingsOf((forged) => forged.set(paper(), Buffer.from('另一封信')), true);
      expect(exchanged).toEqual([`changed ${paper()}`]);
      const both = await findingsOf((forged) => {
        forged.set(paper(), Buffer.from('另一封信'));
        json(forged, 'index.json', ({ papers }) => (papers[0].key = 'd4e1'.repeat(16)));
      }, true);
      expect(both).toContain(`paperNotProven ${paper()}`);
      const anchor = JSON.parse(text('anchors.jsonl').split('\n')[0] ?? '') as Anchor;
      const { findings } = await verifyPack(file, [{ ...anchor, hash: '0'.repeat(64) }]);
      expect(findings).toEqual([{ kind: 'anchorDiffers', where: `#${anchor.seq}` }]);
    });

    it('wherever one bit was flipped or the end was cut', async () => {
      const bytes = readFileSync(file);
      const path = join(folder, 'flipped.zip');
      for (let n = 0; n < 40; n += 1) {
        const copy = Buffer.from(bytes);
        const place = Math.floor((n * (bytes.length - 100)) / 39);
        copy[place] = (copy[place] ?? 0) ^ 1;
        writeFileSync(path, copy);
        const found = await verifyPack(path).then(
          ({ findings }) => findings.length,
          () => 1,
        );
        expect([place, found > 0]).toEqual([place, true]);
      }
      writeFileSync(path, bytes.subarray(0, -1));
      await expect(verifyPack(path)).rejects.toMatchObject({ code: 'archive.notWhole' });
    });
  });
});
