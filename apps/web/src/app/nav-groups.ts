import type { NavItem } from './navigation';

/** What the entries of the navigation are about; the daily work comes first and has no heading. */
export type NavGroup = 'work' | 'check' | 'records' | 'people' | 'rules';

/** Entries under one heading. */
export interface NavChapter {
  group: NavGroup;
  items: NavItem[];
}

const chapters: readonly [Exclude<NavGroup, 'work'>, readonly NavItem['to'][]][] = [
  [
    'check',
    [
      ...(['/inspections', '/sealed', '/visits', '/inspectors'] as const),
      ...(['/findings', '/conclusions', '/reviews', '/outcomes'] as const),
      ...(['/look-backs', '/look-back-figures', '/standards', '/frame'] as const),
    ],
  ],
  ['records', ['/ledger', '/figures', '/asked', '/imports', '/needs', '/exports']],
  ['people', ['/units', '/people', '/untaken', '/accounts', '/privileges', '/roles', '/delegations', '/personal-data']],
  [
    'rules',
    [
      ...(['/duties', '/mandates', '/calendar', '/law-profiles', '/ladders', '/numbers', '/kinds'] as const),
      ...(['/notice-rules', '/notice-channels', '/county', '/start'] as const),
    ],
  ],
];
/** Fewer entries are seen at a glance and want no headings. */
const fewest = 9;

/** The entries by chapters, in the order in which they are offered; what is in no chapter is daily work. */
export function chaptersOf(items: readonly NavItem[]): NavChapter[] {
  if (items.length < fewest) return [{ group: 'work', items: [...items] }];
  const filed = new Set(chapters.flatMap(([, places]) => places));
  const work = items.filter(({ to }) => !filed.has(to));
  const rest = chapters.map(([group, places]) => ({ group, items: items.filter(({ to }) => places.includes(to)) }));
  return [{ group: 'work' as const, items: work }, ...rest].filter((chapter) => chapter.items.length > 0);
}
