import {
  boxes,
  groupings,
  ledgerKinds,
  matterGroupings,
  matterKinds,
  matterStates,
  needStates,
  severities,
  standings,
  taskStates,
  townshipLists,
} from '../api/codes';
import type {
  Box,
  FindingBrief,
  Grouping,
  MatterGrouping,
  MatterKind,
  MatterState,
  NeedView,
  TaskState,
  TownshipList,
} from '../api/types';

/** Reading of the address bar: whatever somebody typed there becomes a valid filter or nothing. */
type Raw = Record<string, unknown>;

function text(value: unknown): string | undefined {
  const found = typeof value === 'number' ? String(value) : value;
  return typeof found === 'string' && found !== '' ? found.slice(0, 400) : undefined;
}
function flag(value: unknown): true | undefined {
  return value === true || value === 'true' ? true : undefined;
}
function among<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((known) => known === value);
}

/** Filters of the ledger, as the API names them. */
export interface LedgerSearch {
  /** One state, or several with commas between. */
  state?: string;
  kind?: (typeof ledgerKinds)[number];
  category?: string;
  unitId?: string;
  leadUnitId?: string;
  officerId?: string;
  leaderId?: string;
  principalId?: string;
  mine?: true;
  overdue?: true;
  suspended?: true;
  reportOverdue?: true;
  dueFrom?: string;
  dueTo?: string;
  q?: string;
  sort?: 'recent' | 'due';
  group?: Grouping;
  density?: 'compact';
  /** Shown columns in their order, with commas between; all when absent. */
  columns?: string;
  /** The saved view that was chosen; `all`: none, also where another opens first. */
  view?: string;
}
/** The states that a text names. */
export function statesIn(value: unknown): TaskState[] {
  const named = new Set(typeof value === 'string' ? value.split(',') : []);
  return taskStates.filter((state) => named.has(state));
}
/** Reads the ledger's filters. */
export function ledgerSearch(raw: Raw): LedgerSearch {
  return {
    state: statesIn(raw.state).join(',') || undefined,
    kind: among(ledgerKinds, raw.kind),
    category: text(raw.category),
    unitId: text(raw.unitId),
    leadUnitId: text(raw.leadUnitId),
    officerId: text(raw.officerId),
    leaderId: text(raw.leaderId),
    principalId: text(raw.principalId),
    mine: flag(raw.mine),
    overdue: flag(raw.overdue),
    suspended: flag(raw.suspended),
    reportOverdue: flag(raw.reportOverdue),
    dueFrom: text(raw.dueFrom),
    dueTo: text(raw.dueTo),
    q: text(raw.q),
    sort: among(['recent', 'due'], raw.sort),
    group: among(groupings, raw.group),
    density: among(['compact'], raw.density),
    columns: text(raw.columns),
    view: text(raw.view),
  };
}

/** Filters of the list of matters, and how it looks. */
export interface MatterSearch {
  state?: MatterState;
  kind?: MatterKind;
  category?: string;
  needsTriage?: true;
  importId?: string;
  leadUnitId?: string;
  principalId?: string;
  receivedFrom?: string;
  receivedTo?: string;
  q?: string;
  group?: MatterGrouping;
  density?: 'compact';
  /** Shown columns in their order, with commas between; all when absent. */
  columns?: string;
  /** The saved view that was chosen; `all`: none, also where another opens first. */
  view?: string;
}
/** Reads the filters of matters. */
export function matterSearch(raw: Raw): MatterSearch {
  return {
    state: among(matterStates, raw.state),
    kind: among(matterKinds, raw.kind),
    category: text(raw.category),
    needsTriage: flag(raw.needsTriage),
    importId: text(raw.importId),
    leadUnitId: text(raw.leadUnitId),
    principalId: text(raw.principalId),
    receivedFrom: text(raw.receivedFrom),
    receivedTo: text(raw.receivedTo),
    q: text(raw.q),
    group: among(matterGroupings, raw.group),
    density: among(['compact'], raw.density),
    columns: text(raw.columns),
    view: text(raw.view),
  };
}

/** Which box of the unit's inbox is open, and its filters. */
export interface InboxSearch {
  box?: Box;
  q?: string;
  overdue?: true;
  reportOverdue?: true;
}
/** Reads the inbox's address. */
export function inboxSearch(raw: Raw): InboxSearch {
  const { overdue, reportOverdue } = raw;
  return {
    box: among(boxes, raw.box),
    q: text(raw.q),
    overdue: flag(overdue),
    reportOverdue: flag(reportOverdue),
  };
}

/** Signing in: the one-time token, and where to go afterwards (a path of this site). */
export function signInSearch(raw: Raw): { token?: string; back?: string } {
  return { token: text(raw.token), back: text(raw.back) };
}
/** The reply page's one-time token. */
export function replySearch(raw: Raw): { token?: string } {
  return { token: text(raw.token) };
}
/** Filters of the audit search. */
export function auditSearch(raw: Raw): AuditSearch {
  const day = text(raw.day);
  return {
    about: text(raw.about),
    act: text(raw.act),
    personId: text(raw.personId),
    day: day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
    refused: flag(raw.refused),
  };
}
/** Filters of the audit record. */
export interface AuditSearch {
  about?: string;
  act?: string;
  personId?: string;
  /** A day of the county. */
  day?: string;
  refused?: true;
}
/** Which week or month of one's own deadlines is open. */
export interface DeadlineSearch {
  view?: 'month';
  /** A day of it, of the county; today when absent. */
  day?: string;
}
/** Reads which week or month is open. */
export function deadlineSearch(raw: Raw): DeadlineSearch {
  const day = text(raw.day);
  const isDay = day !== undefined && /^20\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  return { view: among(['month'], raw.view), day: isDay ? day : undefined };
}
/** Matter kind preset of the registration form. */
export function newMatterSearch(raw: Raw): { kind?: MatterKind } {
  return { kind: among(matterKinds, raw.kind) };
}
/** Filters of the duty register. */
export interface DutySearch {
  q?: string;
  list?: TownshipList | 'none';
  unitId?: string;
}
/** Reads the filters of the duty register. */
export function dutySearch(raw: Raw): DutySearch {
  return { q: text(raw.q), list: among([...townshipLists, 'none'] as const, raw.list), unitId: text(raw.unitId) };
}
/** The month that a unit looks at. */
export function askedSearch(raw: Raw): { month?: string } {
  const month = text(raw.month);
  return { month: month !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : undefined };
}
/** What figures are grouped by. */
export const figureGroups = ['unit', 'kind', 'month'] as const;
/** Of which cases figures are shown, and how. */
export interface FigureSearch {
  by?: (typeof figureGroups)[number];
  unit?: string;
  kind?: (typeof ledgerKinds)[number];
  month?: string;
  /** Last day that counts. */
  asOf?: string;
  /** Terms with commas between. */
  within?: string;
  /** Name of an imported ledger. */
  source?: string;
}
/** Reads what figures are asked for. */
export function figureSearch(raw: Raw): FigureSearch {
  const asOf = text(raw.asOf);
  return {
    by: among(figureGroups, raw.by),
    unit: text(raw.unit),
    kind: among(ledgerKinds, raw.kind),
    ...askedSearch(raw),
    asOf: asOf !== undefined && /^20\d\d-\d\d-\d\d$/.test(asOf) ? asOf : undefined,
    within: text(raw.within),
    source: text(raw.source),
  };
}
/** Which needs are shown. */
export function needSearch(raw: Raw): { state?: NeedView['state'] } {
  return { state: among(needStates, raw.state) };
}
/** The unit that is open on the page of units. */
export function unitSearch(raw: Raw): { id?: string } {
  return { id: text(raw.id) };
}
/** Filters of the register of people. */
export function peopleSearch(raw: Raw): { q?: string; unitId?: string } {
  return { q: text(raw.q), unitId: text(raw.unitId) };
}
/** The year and the calendar that are shown. */
export function calendarSearch(raw: Raw): { year?: number; id?: string } {
  const year = Number(text(raw.year));
  return { year: Number.isInteger(year) && year >= 1993 && year <= 2199 ? year : undefined, id: text(raw.id) };
}
/** Law profiles of which kind. */
export function lawSearch(raw: Raw): { kind?: MatterKind } {
  return { kind: among(matterKinds, raw.kind) };
}

/** Filters of the list of slips. */
export interface SlipSearch {
  state?: (typeof slipStates)[number];
  unitId?: string;
  level?: number;
}
/** States by which slips are listed. */
export const slipStates = ['open', 'stands', 'withdrawn'] as const;
/** Reads them from the address. */
export const slipSearch = ({ state, unitId, level }: Raw): SlipSearch => ({
  state: among(slipStates, state),
  unitId: text(unitId),
  level: among([1, 2, 3, 4, 5, 6, 7, 8, 9].map(String), text(level)) === undefined ? undefined : Number(level),
});

/** Filters of the findings. */
export interface FindingSearch {
  inspectionId?: string;
  standing?: FindingBrief['standing'];
  severity?: FindingBrief['severity'];
}
/** What a roll-up is laid beside. */
export interface RollUpSearch {
  against?: string;
}
/** Reads the round that a roll-up is laid beside. */
export const rollUpSearch = (raw: Raw): RollUpSearch => ({ against: text(raw.against) });

/** Reads the filters of findings. */
export function findingSearch(raw: Raw): FindingSearch {
  return {
    inspectionId: text(raw.inspectionId),
    standing: among(standings, raw.standing),
    severity: among(severities, raw.severity),
  };
}

/** Filters of the people who may be sent out. */
export interface InspectorSearch {
  q?: string;
  standing?: (typeof inspectorStandings)[number];
  /** Only these, with commas between: who keeps a release back. */
  ids?: string;
}
/** Who is shown: who may go out today, who lacks something, everybody; else whoever was trained or acknowledged secrecy. */
export const inspectorStandings = ['fit', 'lacking', 'all'] as const;
/** Reads them from the address. */
export function inspectorSearch(raw: Raw): InspectorSearch {
  const ids =
    typeof raw.ids === 'string' && /^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/.test(raw.ids) ? raw.ids : undefined;
  return { q: text(raw.q), standing: among(inspectorStandings, raw.standing), ids };
}
