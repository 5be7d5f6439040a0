import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { first, posts, previews } from './api.js';
import type { Person } from './cast.js';
import { inspected } from './inspected.js';
import type { Visitor } from './visitor.js';

/** Who looks at which page of the application, by the paths of its router. */
export const visits: readonly (readonly [Person | null, readonly string[]])[] = [
  [
    null,
    ['/sign-in', '/sign-in/oidc', '/reply', '/status', '/setup', '/enter', '/device', '/verify-draw', '/verify-code'],
  ],
  [
    'magistrate',
    [
      '/',
      '/desk',
      '/desk/decided',
      '/ledger',
      '/exports',
      '/tasks/$id',
      '/matters',
      '/matters/$id',
      '/mandates',
      '/notices',
      '/delegations',
    ],
  ],
  ['viceMagistrate', ['/desk', '/desk/decided', '/deadlines?view=month', '/figures?by=kind']],
  ['secretary', ['/desk', '/choose-post']],
  [
    'liaison',
    [
      '/needs',
      '/asked',
      '/deadlines',
      '/deadlines?view=month',
      '/slips',
      '/ladders',
      '/duties',
      '/inbox',
      '/inbox?box=to_do',
      '/inbox?box=done',
      '/reports',
      '/notices',
      '/calendar',
      '/law-profiles',
      '/law-profiles/$code',
    ],
  ],
  [
    'unitHead',
    ['/inbox', '/requests', '/figures', '/look-back-figures', '/findings', '/ledger', '/people', '/delegations'],
  ],
  ['object', ['/findings', '/conclusions', '/conclusions/$id', '/reviews/$id']],
  ['staff', ['/inbox?box=to_do', '/reports', '/call-ups']],
  [
    'officer',
    [
      '/bureau',
      '/lights',
      '/slips',
      '/deadlines',
      '/verify',
      '/visits/$id',
      '/ledger',
      '/tasks/$id',
      '/tasks/$id/slip',
      '/tasks/$id/schedule',
      '/matters',
      '/matters/new',
    ],
  ],
  ['verifier', ['/matters/$id', '/matters/$id/print', '/mandates', '/imports', '/imports/$id', '/notices', '/account']],
  [
    'bureauHead',
    [
      '/inspections',
      '/inspections/$id',
      '/inspections/$id/board',
      '/inspections/$id/sheets',
      '/sealed',
      '/sealed/$id',
      '/visits',
      '/inspectors',
      '/inspectors?standing=fit',
      '/inspectors/$id',
      '/unsent',
      '/frame',
      '/findings',
      '/inspections/$id/findings',
      '/inspections/$id/roll-up',
      '/conclusions',
      '/reviews',
      '/outcomes',
      '/reviews/$id',
      '/look-backs',
      '/look-backs/new',
      '/look-backs/$id',
      '/look-back-figures',
      '/standards',
      '/standards/$id',
      '/notice-rules',
      '/notices',
      '/numbers',
      '/bureau',
      '/requests',
      '/load',
      '/untaken',
      '/personal-data',
      '/duties',
      '/needs',
      '/calendar',
      '/calendar?year=2027',
      '/ladders',
      '/ladders/new',
      '/ladders/$code',
      '/law-profiles/new',
      '/law-profiles/$code/edit',
    ],
  ],
  ['clerk', ['/bureau', '/imports']],
  ['proponent', ['/own']],
  ['auditor', ['/audit', '/ledger']],
  ['auditadmin', ['/audit', '/accounts']],
  [
    'sysadmin',
    [
      '/system',
      '/units',
      '/people',
      '/exports',
      '/notice-channels',
      '/notice-rules',
      '/accounts',
      '/privileges',
      '/start',
      '/county',
      '/numbers',
      '/kinds',
      '/roles',
    ],
  ],
  ['secadmin', ['/system', '/notice-channels', '/county', '/privileges', '/personal-data', '/account']],
];

const router = new URL('../../../apps/web/src/app/routes/', import.meta.url);

/** Every path that the router of the application knows. */
export function routerPaths(): string[] {
  const written = readdirSync(router).map((file) => readFileSync(new URL(file, router), 'utf8'));
  return [...written.join('\n').matchAll(/^ {2}path: '([^']+)'/gm)].map(([, path]) => path ?? '');
}

/** Somebody who went through a training. */
const somebodyTrained = async (officer: Visitor): Promise<{ inspectors: string }> => ({
  inspectors: (await first(officer, '/inspectors?standing=fit')).id,
});

type AddressOf = (path: string) => string;
let found: Promise<AddressOf> | undefined;

/** Addresses of records that have something to show, by the router's path; looked up once. */
export function samples(enter: (person: Person) => Promise<Visitor>): Promise<AddressOf> {
  return (found ??= enter('officer').then((officer) => lookUp(officer, enter)));
}

async function lookUp(officer: Visitor, enter: (person: Person) => Promise<Visitor>): Promise<AddressOf> {
  const task = await first(officer, '/tasks?state=under_way&kind=instruction');
  const matter = await first(officer, '/matters?state=registered&kind=instruction');
  const preview = await previews(officer, '标题,内容,时间\n路面坑洼,桥头路面坑洼。,2026-02-30\n');
  const period = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', leastPercent: 5, mostPercent: 30 };
  const round = await posts(officer, '/look-backs', period);
  const code = `exit-${randomUUID().slice(0, 8)}`;
  const standard = await posts(officer, '/standards', { code, name: '贫困户退出标准' });
  const sealing = { name: '夜查', passphrase: '雨夜里十点半的电话铃', least: 2, shares: 3 };
  const sealed = (await posts(await enter('bureauHead'), '/sealed-inspections', sealing)).id;
  const seen = { sealed, tasks: task.id, matters: matter.id, imports: preview.id };
  const records = {
    ...seen,
    ...(await inspected(enter)),
    'look-backs': round.id,
    standards: standard.id,
    ...(await somebodyTrained(officer)),
  };
  const ids: Record<string, string> = records;
  return (path) =>
    path
      .replace('/ladders/$code', '/ladders/answer')
      .replace('$code', 'henan.deputy_suggestion')
      .replace(/^\/([\w-]+)\/\$id/, (_, collection: string) => `/${collection}/${ids[collection] ?? ''}`);
}
