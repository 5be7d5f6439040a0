import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { keptOr } from '../field/kept';
import { api, type Query } from './client';
import { isDeep } from './freshness';
import type { CallUp, Frequency, Inspector, InspectorRecord } from './inspector-types';
import type { SealedBrief } from './sealed-types';
import type {
  Account,
  AskedView,
  AssignmentView,
  Checklist,
  SharedProblem,
  Conclusion,
  ConclusionBrief,
  Finding,
  FindingBrief,
  Review,
  ReviewBrief,
  ReviewerCandidate,
  SpreadTable,
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
  Dispute,
  DisputeMeasures,
  DutyPast,
  DutyProposal,
  DutyView,
  ExportRequest,
  Extension,
  Ground,
  HistorySource,
  HolderDaysReport,
  ImportBrief,
  Ladder,
  LateCase,
  LawProfile,
  LawProfileRevision,
  ListGroups,
  LedgerRow,
  LedgerView,
  Lights,
  MandateView,
  MatterRow,
  LookBack,
  LookBackCheck,
  Inspection,
  InspectionBoard,
  InspectionBrief,
  Site,
  Visit,
  NeedView,
  NoticeRules,
  NoticeTemplate,
  NoticeView,
  Objection,
  OfficerLoad,
  OutsideAddress,
  OwnClocks,
  OwnMatter,
  OwnWays,
  Outcome,
  Page,
  PersonBrief,
  PersonEntry,
  Privacy,
  PrivilegeRequest,
  Purge,
  Reevaluation,
  ReviewRule,
  Role,
  ScheduleView,
  TimelinessReport,
  Slip,
  SlipLevels,
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
import type { RecognitionTaken, CrossCheck, Patrol, InspectionRollUp, GivenMaterial, Retaliation } from './field-types';

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

/** One's own visits; without signal those of which this device keeps the sheets. */
function ownVisits(cursor: string, signal: AbortSignal): Promise<Page<Visit>> {
  const read = (within: AbortSignal) => api.get<Page<Visit>>('/visits', { limit: 200, cursor }, within);
  return cursor === '' ? keptOr('visits', read, signal, { refresh: false }) : read(signal);
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
  taskGroups: (filters: Query) => one<ListGroups>(['tasks', 'groups', filters], '/tasks/groups', filters),
  matterGroups: (filters: Query) => one<ListGroups>(['matters', 'groups', filters], '/matters/groups', filters),
  views: (list: LedgerView['list']) => one<LedgerView[]>(['ledger-views', list], '/ledger-views', { list }),
  exports: () => pages<ExportRequest>('exports', '/export-requests', {}),
  extensions: () => pages<Extension>('extensions', '/extensions', { waiting: 'true' }),
  disputes: () => pages<Dispute>('disputes', '/disputes', { waiting: 'true' }),
  disputeMeasures: () => one<DisputeMeasures>(['disputes', 'measures'], '/disputes/measures'),
  dutyProposals: () => pages<DutyProposal>('duty-proposals', '/duty-proposals', {}),
  assignments: (filters: Query) => pages<AssignmentView>('assignments', '/assignments', filters),
  boxCounts: () => one<BoxCounts>(['assignments', 'counts'], '/assignments/counts'),
  matters: (filters: Query) => ({ ...pages<MatterRow>('matters', '/matters', filters, 100), ...keepsItsPlace }),
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
  inspections: (filters: Query = {}) => pages<InspectionBrief>('inspections', '/inspections', filters),
  inspection: (id: string) => one<Inspection>(['inspections', 'one', id], `/inspections/${id}`),
  sealedPlans: () => pages<SealedBrief>('sealed-plans', '/sealed-inspections', {}),
  inspectionBoard: (id: string) => ({
    ...one<InspectionBoard>(['inspections', 'board', id], `/inspections/${id}/board`),
    refetchInterval: 15_000,
  }),
  inspectionFrequency: () => pages<Frequency>('inspections-frequency', '/inspection-frequency', {}, 200),
  visits: (filters: Query) => pages<Visit>('visits', '/visits', filters, 200),
  ownVisits: () =>
    infiniteQueryOptions({
      queryKey: ['visits', 'own'],
      queryFn: ({ pageParam, signal }) => ownVisits(pageParam, signal),
      initialPageParam: '',
      getNextPageParam: (last: Page<Visit>) => last.next,
    }),
  visit: (id: string) =>
    queryOptions({
      queryKey: ['visits', 'one', id],
      queryFn: ({ signal }) => keptOr(`visit/${id}`, (within) => api.get<Visit>(`/visits/${id}`, {}, within), signal),
    }),
  sites: (filters: Query) => pages<Site>('sites', '/sites', filters, 200),
  inspectors: (q: string) => one<Page<Inspector>>(['inspectors', q], '/inspectors', { q, limit: 60 }),
  inspectorList: (filters: Query) => pages<Inspector>('inspectors', '/inspectors', filters),
  inspector: (id: string) => one<InspectorRecord>(['inspectors', 'one', id], `/inspectors/${id}`),
  ownInspectorRecord: () => one<InspectorRecord>(['inspectors', 'me'], '/inspectors/me'),
  callUps: () => one<CallUp[]>(['call-ups'], '/call-ups'),
  findings: (filters: Query, limit = 50) => pages<FindingBrief>('findings', '/findings', filters, limit),
  finding: (id: string) => one<Finding>(['findings', 'one', id], `/findings/${id}`),
  checklist: (id: string) =>
    queryOptions({
      queryKey: ['checklists', id],
      queryFn: ({ signal }) =>
        keptOr(`checklist/${id}`, (within) => api.get<Checklist>(`/visits/${id}/checklist`, {}, within), signal),
    }),
  spreads: (id: string) => one<SpreadTable>(['findings', 'spreads', id], `/inspections/${id}/spreads`),
  recognitions: (visitId: string) =>
    one<RecognitionTaken[]>(['recognitions', visitId], `/visits/${visitId}/recognitions`),
  crossCheck: (findingId: string) =>
    one<CrossCheck>(['findings', 'cross-check', findingId], `/findings/${findingId}/cross-check`),
  patrol: (id: string, from?: string) => one<Patrol>(['patrol', id, from ?? ''], `/inspections/${id}/patrol`, { from }),
  material: (visitId: string) => one<GivenMaterial>(['material', visitId], `/visits/${visitId}/material`),
  retaliation: () => one<Retaliation[]>(['retaliation'], '/retaliation-reports'),
  rollUp: (id: string, against?: string) =>
    one<InspectionRollUp>(['findings', 'roll-up', id, against ?? ''], `/inspections/${id}/roll-up`, { against }),
  commonProblems: (id: string) =>
    one<SharedProblem[]>(['findings', 'common', id], `/inspections/${id}/common-problems`),
  conclusions: (filters: Query) => pages<ConclusionBrief>('conclusions', '/conclusions', filters),
  conclusion: (id: string) => one<Conclusion>(['conclusions', 'one', id], `/conclusions/${id}`),
  outcomes: (filters: Query) => pages<Outcome>('outcomes', '/outcome-proposals', filters),
  reviewRule: () => one<ReviewRule>(['reviews', 'rule'], '/review-rule'),
  reviews: (filters: Query) => pages<ReviewBrief>('reviews', '/reviews', filters),
  review: (id: string) => one<Review>(['reviews', 'one', id], `/reviews/${id}`),
  reviewers: (id: string) => one<ReviewerCandidate[]>(['reviews', 'reviewers', id], `/reviews/${id}/reviewers`),
  lookBacks: () => pages<LookBack>('look-backs', '/look-backs', {}),
  lookBack: (id: string) => one<LookBack>(['look-backs', 'one', id], `/look-backs/${id}`),
  samplePreview: (sample: Sample) =>
    one<SamplePreview>(['look-backs', 'preview', sample], '/look-backs/preview', { ...sample }),
  lookBackChecks: (filters: Query) => pages<LookBackCheck>('look-back-checks', '/look-back-checks', filters),
  lookBackFigures: () => pages<UnitFigure>('look-back-figures', '/look-backs/figures', {}, 200),
  asked: (month?: string) => one<AskedView>(['assignments', 'asked', month], '/assignments/asked', { month }),
  ground: (id: string) => one<Ground>(['assignments', 'ground', id], `/assignments/${id}/ground`),
  ownClocks: (from: string, to: string) => one<OwnClocks>(['clocks', from, to], '/clocks', { from, to }),
  schedule: (id: string) => one<ScheduleView>(['schedule', id], `/tasks/${id}/schedule`),
  timeliness: (path: string, question: Query) => one<TimelinessReport>(['reports', path, question], path, question),
  holderDays: (question: Query) =>
    one<HolderDaysReport>(['reports', 'holders', question], '/reports/holder-days', question),
  historySources: () => one<HistorySource[]>(['reports', 'sources'], '/reports/history/sources'),
  unit: (id: string) => one<UnitPage>(['units', 'page', id], `/units/${id}`),
  calendars: () => one<Calendar[]>(['calendars'], '/calendars'),
  calendarYear: (id: string, year: number) =>
    one<CalendarYear>(['calendars', id, year], `/calendars/${id}/years/${year}`),
  yearRevisions: (id: string, year: number) =>
    one<YearRevision[]>(['calendars', id, year, 'revisions'], `/calendars/${id}/years/${year}/revisions`),
  yearRevision: (id: string, year: number, revision: number) =>
    one<YearRevisionDays>(['calendars', id, year, revision], `/calendars/${id}/years/${year}/revisions/${revision}`),
  ladders: () => one<Ladder[]>(['ladders'], '/ladders'),
  ladder: (code: string) => one<Ladder>(['ladders', code], `/ladders/${code}`),
  slipLevels: () => one<SlipLevels>(['ladders', 'slip-levels'], '/slip-levels'),
  slips: (filters: Query) => pages<Slip>('slips', '/slips', filters),
  objections: (filters: Query) => pages<Objection>('objections', '/objections', filters),
  lateCases: () => pages<LateCase>('late-cases', '/reports/timeliness/late', {}),
  lights: () => one<Lights>(['lights'], '/lights'),
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
