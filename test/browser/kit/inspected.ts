import { asks, first, posts, puts, type Row } from './api.js';
import type { Person } from './cast.js';
import type { Visitor } from './visitor.js';

type Enter = (person: Person) => Promise<Visitor>;

/** Ids of an inspection that is on the spot, its visit, its conclusion and the review of that, by the router’s collections. */
export interface Inspected {
  readonly inspections: string;
  readonly visits: string;
  readonly conclusions: string;
  readonly reviews: string;
}

const day = (from: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + from * 86_400_000));

/** Goes all the way from a draft to an application for review: nothing was found, and the unit wants it looked at again. */
export async function inspected(enter: Enter): Promise<Inspected> {
  const officer = await enter('officer');
  const liaison = await enter('liaison');
  const { acting } = await asks<{ acting: { unit: { id: string } } }>(liaison, '/session');
  const unitId = acting.unit.id;
  const inspection = await released(enter, officer, unitId);
  const visit = await first(officer, `/visits?inspectionId=${inspection}`);
  await posts(officer, `/visits/${visit.id}/arrive`, {}, visit.version);
  const conclusion = await served(enter, { inspection, unitId });
  const review = await posts(
    liaison,
    `/conclusions/${conclusion.id}/reviews`,
    { grounds: '数据有误' },
    conclusion.version,
  );
  return { inspections: inspection, visits: visit.id, conclusions: conclusion.id, reviews: review.id };
}

async function released(enter: Enter, officer: Visitor, unitId: string): Promise<string> {
  const [head, magistrate] = [await enter('bureauHead'), await enter('magistrate')];
  const { person } = await asks<{ person: { id: string } }>(officer, '/session');
  await posts(head, '/competences', { personId: person.id, kind: 'leading', fromOn: day(0), toOn: day(300) });
  await posts(officer, '/secrecy-acknowledgements', {});
  const name = '城区环境卫生专项督查';
  const { id } = await posts(officer, '/inspections', { name });
  const version = async (): Promise<number> => (await asks<Row>(officer, `/inspections/${id}`)).version;
  const group = { name: '第一组', charter: '看城管', leaderId: person.id, memberIds: [], unitIds: [unitId] };
  const kind = { contentClass: 'key_deployments', type: 'special', methods: ['unannounced_visit'] };
  const period = { purpose: '看实情', scope: '城区', fromOn: day(0), toOn: day(3) };
  const plan = {
    name,
    ...kind,
    ...period,
    objects: [{ unitId, necessity: '群众反映集中，需直接查看' }],
    sites: [],
    groups: [group],
  };
  await puts(officer, `/inspections/${id}/plan`, plan, await version());
  await posts(officer, `/inspections/${id}/propose`, {}, await version());
  await posts(magistrate, `/inspections/${id}/approve`, {}, await version());
  await posts(head, `/inspections/${id}/release`, {}, await version());
  return id;
}

async function served(enter: Enter, { inspection, unitId }: { inspection: string; unitId: string }): Promise<Row> {
  const [officer, liaison, magistrate] = [await enter('officer'), await enter('liaison'), await enter('magistrate')];
  const draft = { unitId, words: '未发现问题', findingIds: [], cleared: true };
  const drafted = await posts(officer, `/inspections/${inspection}/conclusions`, draft);
  const of = `/conclusions/${drafted.id}`;
  const sent = await posts(officer, `${of}/fact-check`, {}, drafted.version);
  const said = await posts(liaison, `${of}/statement`, { points: [] }, sent.version);
  const issued = await posts(magistrate, `${of}/issue`, {}, said.version);
  return posts(liaison, `${of}/receive`, {}, issued.version);
}
