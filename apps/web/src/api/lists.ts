import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Query } from './client';
import { isDeep } from './freshness';
import type {
  Account,
  AskedView,
  AssignmentView,
  AuditRow,
  BoxCounts,
  Calendar,
  CalendarYear,
  CallEntry,
  Channel,
  DecidedItem,
  Delegation,
  DelegationOptions,
  Delivery,
  DutyPast,
  DutyView,
  ExportRequest,
  Ground,
  ImportBrief,
  LawProfile,
  LawProfileRevision,
  LedgerGroups,
  LedgerRow,
  LedgerView,
  MandateView,
  MatterRow,
  LookBack,
  LookBackCheck,
  NeedView,
  NoticeRules,
  NoticeTemplate,
  NoticeView,
  OfficerLoad,
  OutsideAddress,
  OwnClocks,
  OwnMatter,
  OwnWays,
  Page,
  PersonBrief,
  PersonEntry,
  Privacy,
  PrivilegeRequest,
  Purge,
  Reevaluation,
  Role,
  Sample,
  SamplePreview,
  Standard,
  StandardBrief,
  Total,
  Tray,
  UnitFigure,
  UnitPage,
  UnitView,
  Untaken,
  YearRevision,
  YearRevisionDays,
} from './types';

/** A keyset list read page by page; `name` is also the key under which live events find it. */
function pages<T>(name: string, path: string, filters: Query, limit = 50) {
  return infiniteQueryOptions({
    queryKey: [name, filters],
    queryFn: ({ pageParam, signal }) => api.get<Page<T>>(path, { ...filters, limit, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last: Page<T>) => last.next,
  });
}
function one<T>(key: readonly unknown[], path: string, query?: Query) {
  return queryOptions({ queryKey: key, queryFn: ({ signal }) => api.get<T>(path, query, signal) });
}

const refreshWhenShallow = (query: Parameters<typeof isDeep>[0]): boolean => !isDeep(query);
/** Kept for half an hour, and never read anew behind the back of somebody who has read on far. */
const keepsItsPlace = {
  gcTime: 1_800_000,
  refetchOnMount: refreshWhenShallow,
  refetchOnWindowFocus: refreshWhenShallow,
  refetchOnReconnect: refreshWhenShallow,
};

/** Lists and counts, each under the key that `live.ts` refreshes. */
export const lists = {
  tasks: (filters: Query) => pages<LedgerRow>('tasks', '/tasks', filters, 100),
  taskCount: (filters: Query) => one<Total>(['tasks', 'count', filters], '/tasks/count', filters),
  ledger: (filters: Query) => ({ ...pages<LedgerRow>('tasks', '/tasks', filters, 100), ...keepsItsPlace }),
  taskGroups: (filters: Query) => one<LedgerGroups>(['tasks', 'groups', filters], '/tasks/groups', filters),
  ledgerViews: () => one<LedgerView[]>(['ledger-views'], '/ledger-views'),
  exports: () => pages<ExportRequest>('exports', '/export-requests', {}),
  assignments: (filters: Query) => pages<AssignmentView>('assignments', '/assignments', filters),
  boxCounts: () => one<BoxCounts>(['assignments', 'counts'], '/assignments/counts'),
  matters: (filters: Query) => pages<MatterRow>('matters', '/matters', filters, 100),
  ownMatters: () => pages<OwnMatter>('own-matters', '/own-matters', {}),
  matterCount: (filters: Query) => one<Total>(['matters', 'count', filters], '/matters/count', filters),
  tray: () => one<Tray>(['tray'], '/tray'),
  decided: () => pages<DecidedItem>('decided', '/desk/decided', {}),
  load: () => one<OfficerLoad[]>(['load'], '/desk/load'),
  mandates: () => pages<MandateView>('mandates', '/mandates', {}),
  imports: () => pages<ImportBrief>('imports', '/imports', {}),
  notices: (filters: Query) => pages<NoticeView>('notices', '/notices', filters),
  calls: () => pages<CallEntry>('calls', '/notices/call-list', {}),
  ways: () => one<OwnWays>(['notices', 'ways'], '/notices/ways'),
  channels: () => one<Channel[]>(['channels'], '/notice-channels'),
  addresses: () => one<OutsideAddress[]>(['outside-addresses'], '/notice-addresses'),
  deliveries: (filters: Query) => pages<Delivery>('deliveries', '/notice-deliveries', filters),
  noticeRules: () => one<NoticeRules>(['notice-rules'], '/notice-rules'),
  noticeTemplates: () => one<NoticeTemplate[]>(['notice-templates'], '/notice-templates'),
  unread: () => one<{ unread: number }>(['notices', 'count'], '/notices/count'),
  accounts: (filters: Query) => pages<Account>('accounts', '/accounts', filters),
  privileges: (filters: Query) => pages<PrivilegeRequest>('privileges', '/privilege-requests', filters),
  people: (filters: Query) => pages<PersonEntry>('people', '/people', filters),
  privacy: () => one<Privacy>(['personal-data'], '/personal-data'),
  purges: () => pages<Purge>('purges', '/purges', {}),
  untaken: () => one<Untaken[]>(['untaken'], '/holdings/untaken'),
  delegations: () => one<Delegation[]>(['delegations'], '/delegations'),
  delegationOptions: () => one<DelegationOptions>(['delegations', 'options'], '/delegations/options'),
  duties: (filters: Query) => pages<DutyView>('duties', '/duties', filters, 100),
  dutyHistory: (id: string) => one<{ items: DutyPast[] }>(['duties', 'history', id], `/duties/${id}/history`),
  needs: (filters: Query) => pages<NeedView>('needs', '/needs', filters),
  standards: () => pages<StandardBrief>('standards', '/standards', {}),
  standard: (id: string) => one<Standard>(['standards', 'one', id], `/standards/${id}`),
  reevaluation: (id: string, number: number) =>
    one<Reevaluation>(['standards', 'reevaluation', id, number], `/standards/${id}/versions/${number}/reevaluation`),
  lookBacks: () => pages<LookBack>('look-backs', '/look-backs', {}),
  lookBack: (id: string) => one<LookBack>(['look-backs', 'one', id], `/look-backs/${id}`),
  samplePreview: (sample: Sample) =>
    one<SamplePreview>(['look-backs', 'preview', sample], '/look-backs/preview', { ...sample }),
  lookBackChecks: (filters: Query) => pages<LookBackCheck>('look-back-checks', '/look-back-checks', filters),
  lookBackFigures: () => pages<UnitFigure>('look-back-figures', '/look-backs/figures', {}, 200),
  asked: (month?: string) => one<AskedView>(['assignments', 'asked', month], '/assignments/asked', { month }),
  ground: (id: string) => one<Ground>(['assignments', 'ground', id], `/assignments/${id}/ground`),
  ownClocks: (from: string, to: string) => one<OwnClocks>(['clocks', from, to], '/clocks', { from, to }),
  unit: (id: string) => one<UnitPage>(['units', 'page', id], `/units/${id}`),
  calendars: () => one<Calendar[]>(['calendars'], '/calendars'),
  calendarYear: (id: string, year: number) =>
    one<CalendarYear>(['calendars', id, year], `/calendars/${id}/years/${year}`),
  yearRevisions: (id: string, year: number) =>
    one<YearRevision[]>(['calendars', id, year, 'revisions'], `/calendars/${id}/years/${year}/revisions`),
  yearRevision: (id: string, year: number, revision: number) =>
    one<YearRevisionDays>(['calendars', id, year, revision], `/calendars/${id}/years/${year}/revisions/${revision}`),
  lawProfiles: (kind?: string) => one<LawProfile[]>(['law-profiles', { kind }], '/law-profiles', { kind }),
  lawProfile: (code: string) => one<LawProfile>(['law-profiles', code], `/law-profiles/${code}`),
  lawRevisions: (code: string) =>
    one<LawProfileRevision[]>(['law-profiles', code, 'revisions'], `/law-profiles/${code}/revisions`),
  audit: (filters: Query) => pages<AuditRow>('audit', '/audit', filters, 100),
} as const;

/** Reference data that seldom changes: kept for ten minutes. */
export const reference = {
  units: () => ({ ...one<Page<UnitView>>(['units'], '/units', { all: true }), staleTime: 600_000 }),
  persons: (role: Role) => ({
    ...one<Page<PersonBrief>>(['persons', role], '/persons', { role, limit: 200 }),
    staleTime: 600_000,
  }),
  people: (q: string) => one<Page<PersonBrief>>(['people', q], '/persons', { q, limit: 20 }),
  categories: () => ({ ...one<string[]>(['categories'], '/categories'), staleTime: 600_000 }),
} as const;
