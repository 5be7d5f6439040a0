import {
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  CloudUploadOutlined,
  CompassOutlined,
  DashboardOutlined,
  DisconnectOutlined,
  DownloadOutlined,
  EditOutlined,
  EnvironmentOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileProtectOutlined,
  FlagOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  HourglassOutlined,
  IdcardOutlined,
  InboxOutlined,
  LockOutlined,
  KeyOutlined,
  NumberOutlined,
  PieChartOutlined,
  PercentageOutlined,
  ProfileOutlined,
  ReadOutlined,
  ReconciliationOutlined,
  RiseOutlined,
  RetweetOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  SendOutlined,
  SettingOutlined,
  SwapOutlined,
  TableOutlined,
  TeamOutlined,
  UnorderedListOutlined,
  UserSwitchOutlined,
  WarningOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Role } from '../api/types';
import type { Texts } from '../i18n/locales/texts';
import { deskOf, type Desk } from './desks';

/** One entry of the navigation. */
export interface NavItem {
  to:
    | '/desk'
    | '/desk/decided'
    | '/ledger'
    | '/exports'
    | '/requests'
    | '/inbox'
    | '/reports'
    | '/bureau'
    | '/matters'
    | '/verify'
    | '/imports'
    | '/mandates'
    | '/load'
    | '/audit'
    | '/system'
    | '/accounts'
    | '/privileges'
    | '/personal-data'
    | '/own'
    | '/units'
    | '/people'
    | '/untaken'
    | '/delegations'
    | '/start'
    | '/county'
    | '/notice-channels'
    | '/notice-rules'
    | '/numbers'
    | '/kinds'
    | '/roles'
    | '/duties'
    | '/needs'
    | '/standards'
    | '/inspections'
    | '/sealed'
    | '/visits'
    | '/inspectors'
    | '/frame'
    | '/findings'
    | '/conclusions'
    | '/reviews'
    | '/outcomes'
    | '/look-backs'
    | '/look-back-figures'
    | '/asked'
    | '/calendar'
    | '/law-profiles'
    | '/ladders'
    | '/slips'
    | '/lights'
    | '/deadlines'
    | '/figures';
  label: Exclude<keyof Texts['shell'], 'chapters'>;
  icon: ComponentType;
  /** Act of the policy that opens the page; without it the entry is not offered. */
  act: string;
}

const ledger: NavItem = { to: '/ledger', label: 'navLedger', icon: TableOutlined, act: 'task.read' };
const exportRequests: NavItem = { to: '/exports', label: 'navExports', icon: DownloadOutlined, act: 'export.ask' };
const requests: NavItem = { to: '/requests', label: 'navRequests', icon: RetweetOutlined, act: 'dispute.read' };
const matters: NavItem = { to: '/matters', label: 'navMatters', icon: FolderOpenOutlined, act: 'matter.read' };
const mandates: NavItem = {
  to: '/mandates',
  label: 'navMandates',
  icon: SafetyCertificateOutlined,
  act: 'mandate.read',
};

const accounts: NavItem = { to: '/accounts', label: 'navAccounts', icon: IdcardOutlined, act: 'account.read' };
const privileges: NavItem = { to: '/privileges', label: 'navPrivileges', icon: TeamOutlined, act: 'privilege.read' };
const privacy: NavItem = {
  to: '/personal-data',
  label: 'navPersonalData',
  icon: LockOutlined,
  act: 'personal_data.read',
};
const units: NavItem = { to: '/units', label: 'navUnits', icon: ApartmentOutlined, act: 'unit.manage' };
const people: NavItem = { to: '/people', label: 'navPeople', icon: UserSwitchOutlined, act: 'people.manage' };
const untaken: NavItem = { to: '/untaken', label: 'navUntaken', icon: DisconnectOutlined, act: 'holding.pass' };
const delegations: NavItem = {
  to: '/delegations',
  label: 'navDelegations',
  icon: SwapOutlined,
  act: 'delegation.give',
};

const start: NavItem = { to: '/start', label: 'navStart', icon: CompassOutlined, act: 'guide.read' };
const county: NavItem = { to: '/county', label: 'navCounty', icon: SettingOutlined, act: 'guide.read' };

const numbers: NavItem = { to: '/numbers', label: 'navNumbers', icon: NumberOutlined, act: 'number_pattern.read' };
const channels: NavItem = {
  to: '/notice-channels',
  label: 'navChannels',
  icon: SendOutlined,
  act: 'notice_channel.read',
};
const noticeRules: NavItem = {
  to: '/notice-rules',
  label: 'navNoticeRules',
  icon: BellOutlined,
  act: 'notice_rule.read',
};
const kinds: NavItem = { to: '/kinds', label: 'navKinds', icon: UnorderedListOutlined, act: 'matter.kinds' };
const roles: NavItem = { to: '/roles', label: 'navRoles', icon: KeyOutlined, act: 'role.read' };
const duties: NavItem = { to: '/duties', label: 'navDuties', icon: ReadOutlined, act: 'duty.list' };
const needs: NavItem = { to: '/needs', label: 'navNeeds', icon: RiseOutlined, act: 'need.read' };
const standards: NavItem = { to: '/standards', label: 'navStandards', icon: FileProtectOutlined, act: 'standard.read' };
const inspections: NavItem = {
  to: '/inspections',
  label: 'navInspections',
  icon: FlagOutlined,
  act: 'inspection.read',
};
const sealed: NavItem = { to: '/sealed', label: 'navSealed', icon: EyeInvisibleOutlined, act: 'sealed.list' };
const visits: NavItem = { to: '/visits', label: 'navVisits', icon: EnvironmentOutlined, act: 'visit.make' };
const inspectors: NavItem = {
  to: '/inspectors',
  label: 'navInspectors',
  icon: IdcardOutlined,
  act: 'inspector.read',
};
const frame: NavItem = { to: '/frame', label: 'navFrame', icon: HomeOutlined, act: 'frame.keep' };
const findings: NavItem = { to: '/findings', label: 'navFindings', icon: FileSearchOutlined, act: 'finding.list' };
const conclusions: NavItem = {
  to: '/conclusions',
  label: 'navConclusions',
  icon: SolutionOutlined,
  act: 'conclusion.read',
};
const reviews: NavItem = { to: '/reviews', label: 'navReviews', icon: ReconciliationOutlined, act: 'review.list' };
const outcomes: NavItem = {
  to: '/outcomes',
  label: 'navOutcomes',
  icon: TrophyOutlined,
  act: 'outcome_proposal.read',
};
const lookBacks: NavItem = { to: '/look-backs', label: 'navLookBacks', icon: EyeOutlined, act: 'look_back.read' };
const lookBackFigures: NavItem = {
  to: '/look-back-figures',
  label: 'navLookBackFigures',
  icon: PercentageOutlined,
  act: 'look_back.figures',
};
const deadlines: NavItem = { to: '/deadlines', label: 'navDeadlines', icon: HourglassOutlined, act: 'clock.read' };

const figures: NavItem = { to: '/figures', label: 'navFigures', icon: PieChartOutlined, act: 'report.read' };

const calendar: NavItem = { to: '/calendar', label: 'navCalendar', icon: ScheduleOutlined, act: 'session.use' };
const laws: NavItem = { to: '/law-profiles', label: 'navLaws', icon: FieldTimeOutlined, act: 'session.use' };

const ladders: NavItem = { to: '/ladders', label: 'navLadders', icon: RiseOutlined, act: 'session.use' };
const slips: NavItem = { to: '/slips', label: 'navSlips', icon: WarningOutlined, act: 'slip.read' };
const lights: NavItem = { to: '/lights', label: 'navLights', icon: AlertOutlined, act: 'light.read' };

const itemsOf: Record<Desk, readonly NavItem[]> = {
  leader: [
    { to: '/desk', label: 'navDesk', icon: EditOutlined, act: 'tray.read' },
    { to: '/desk/decided', label: 'navDecided', icon: FileDoneOutlined, act: 'tray.read' },
    deadlines,
    lights,
    slips,
    ledger,
    figures,
    matters,
    duties,
    needs,
    inspections,
    sealed,
    findings,
    conclusions,
    reviews,
    outcomes,
    lookBacks,
    lookBackFigures,
    standards,
    exportRequests,
    delegations,
  ],
  unit: [
    { to: '/inbox', label: 'navInbox', icon: InboxOutlined, act: 'assignment.list' },
    deadlines,
    slips,
    { to: '/reports', label: 'navReports', icon: ProfileOutlined, act: 'assignment.report' },
    requests,
    ledger,
    figures,
    { ...needs, label: 'navOurNeeds' },
    { to: '/asked', label: 'navAsked', icon: CalendarOutlined, act: 'assignment.report' },
    findings,
    conclusions,
    reviews,
    lookBackFigures,
    standards,
    duties,
    calendar,
    laws,
    ladders,
    people,
    exportRequests,
    delegations,
  ],
  bureau: [
    { to: '/bureau', label: 'navMine', icon: DashboardOutlined, act: 'task.read' },
    deadlines,
    lights,
    { to: '/load', label: 'navLoad', icon: BarChartOutlined, act: 'desk.load' },
    matters,
    { to: '/verify', label: 'navVerify', icon: CheckSquareOutlined, act: 'task.verify' },
    slips,
    requests,
    inspections,
    sealed,
    visits,
    inspectors,
    frame,
    findings,
    conclusions,
    reviews,
    outcomes,
    lookBacks,
    lookBackFigures,
    standards,
    ledger,
    figures,
    { to: '/imports', label: 'navImports', icon: CloudUploadOutlined, act: 'matter.import' },
    needs,
    duties,
    mandates,
    calendar,
    laws,
    ladders,
    numbers,
    noticeRules,
    channels,
    exportRequests,
    untaken,
    delegations,
    privacy,
  ],
  auditor: [
    { to: '/audit', label: 'navAudit', icon: AuditOutlined, act: 'audit.read' },
    ledger,
    figures,
    matters,
    needs,
    inspections,
    sealed,
    findings,
    conclusions,
    reviews,
    outcomes,
    lookBacks,
    lookBackFigures,
    standards,
    duties,
    mandates,
    exportRequests,
    accounts,
    privileges,
    privacy,
    calendar,
    laws,
    roles,
  ],
  system: [
    { to: '/system', label: 'navSystem', icon: DashboardOutlined, act: 'session.use' },
    units,
    people,
    exportRequests,
    untaken,
    accounts,
    privileges,
    privacy,
    roles,
    channels,
    noticeRules,
    numbers,
    kinds,
    calendar,
    laws,
    county,
    start,
  ],
  proponent: [{ to: '/own', label: 'navOwn', icon: FolderOpenOutlined, act: 'matter.own' }],
  ground: [visits, inspections, findings, conclusions],
  review: [reviews, deadlines, conclusions, findings],
  none: [],
};

/** Roles to whom a page shows something else than to the others of their desk. */
const labelsOf: Partial<Record<Role, Partial<Record<NavItem['to'], NavItem['label']>>>> = {
  bureau_head: { '/bureau': 'navWhole' },
  county_leader: { '/desk/decided': 'navLed' },
};

/** What somebody finds in the navigation: the pages of his desk that his role may open. */
export function navigationOf(role: Role | undefined, acts: readonly string[]): NavItem[] {
  return itemsOf[deskOf(role)]
    .filter(({ act }) => act === 'session.use' || acts.includes(act))
    .map((item) => ({ ...item, label: labelsOf[role ?? 'proponent']?.[item.to] ?? item.label }));
}
