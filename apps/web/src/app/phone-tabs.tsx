import { MenuOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { chaptersOf } from './nav-groups';
import type { NavItem } from './navigation';

const shown = 4;

/** Navigation at the thumb: up to four entries, the rest under "more". */
export function PhoneTabs({ items }: { items: NavItem[] }) {
  const { t } = useTranslation();
  const first = items.length > shown + 1 ? items.slice(0, shown) : items.slice(0, shown + 1);
  const rest = items.slice(first.length);
  if (items.length === 0) return null;
  return (
    <nav className="tabs" aria-label={t('shell.navigation')}>
      {first.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          <Icon />
          {t(`shell.${label}`)}
        </Link>
      ))}
      {rest.length === 0 ? null : <MoreTab items={rest} />}
    </nav>
  );
}

function MoreTab({ items }: { items: NavItem[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const entryOf = ({ to, label }: NavItem) => ({
    key: to,
    label: t(`shell.${label}`),
    onClick: () => void navigate({ to }),
  });
  const menu = chaptersOf(items).map(({ group, items: entries }) => ({
    key: group,
    type: 'group' as const,
    label: t(`shell.chapters.${group}`),
    children: entries.map(entryOf),
  }));
  return (
    <Dropdown menu={{ items: menu }} trigger={['click']} placement="topRight">
      <button type="button">
        <MenuOutlined />
        {t('shell.navMore')}
      </button>
    </Dropdown>
  );
}
