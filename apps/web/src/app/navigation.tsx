import {
  AuditOutlined,
  BarChartOutlined,
  CheckSquareOutlined,
  CloudUploadOutlined,
  DashboardOutlined,
  EditOutlined,
  FileDoneOutlined,
  FolderOpenOutlined,
  InboxOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  TableOutlined,
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
    | '/inbox'
    | '/reports'
    | '/bureau'
    | '/matters'
    | '/verify'
    | '/imports'
    | '/mandates'
    | '/load'
    | '/audit'
    | '/system';
  label: keyof Texts['shell'];
  icon: ComponentType;
}

const ledger: NavItem = { to: '/ledger', label: 'navLedger', icon: TableOutlined };
const audit: NavItem = { to: '/audit', label: 'navAudit', icon: AuditOutlined };
const matters: NavItem = { to: '/matters', label: 'navMatters', icon: FolderOpenOutlined };

const itemsOf: Record<Desk, NavItem[]> = {
  leader: [
    { to: '/desk', label: 'navDesk', icon: EditOutlined },
    { to: '/desk/decided', label: 'navDecided', icon: FileDoneOutlined },
    ledger,
  ],
  unit: [
    { to: '/inbox', label: 'navInbox', icon: InboxOutlined },
    { to: '/reports', label: 'navReports', icon: ProfileOutlined },
    ledger,
  ],
  bureau: [
    { to: '/bureau', label: 'navMine', icon: DashboardOutlined },
    matters,
    { to: '/verify', label: 'navVerify', icon: CheckSquareOutlined },
    ledger,
    { to: '/imports', label: 'navImports', icon: CloudUploadOutlined },
    { to: '/mandates', label: 'navMandates', icon: SafetyCertificateOutlined },
  ],
  auditor: [audit, ledger, matters],
  system: [{ to: '/system', label: 'navSystem', icon: DashboardOutlined }],
  none: [],
};
const load: NavItem = { to: '/load', label: 'navLoad', icon: BarChartOutlined };

/** What a role finds in its navigation; the server still refuses what the policy refuses. */
export function navigationOf(role: Role | undefined): NavItem[] {
  if (role === 'auditadmin') return [audit];
  if (role === 'bureau_clerk') return itemsOf.bureau.filter((item) => item.to !== '/verify');
  const items = itemsOf[deskOf(role)];
  return role === 'bureau_head' ? [...items.slice(0, 1), load, ...items.slice(1)] : items;
}
