import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chaptersOf, type NavChapter } from './nav-groups';
import type { NavItem } from './navigation';

const kept = 'ducha.nav.closed';

/** The navigation at the left: the daily work, then chapters that can be folded; what was folded stays so in this browser. */
export function SideNav({ items }: { items: NavItem[] }) {
  const { t } = useTranslation();
  return (
    <nav className="nav" aria-label={t('shell.navigation')}>
      {chaptersOf(items).map((chapter) =>
        chapter.group === 'work' ? (
          <Entries key={chapter.group} items={chapter.items} />
        ) : (
          <Chapter key={chapter.group} chapter={chapter} />
        ),
      )}
    </nav>
  );
}

function Chapter({ chapter: { group, items } }: { chapter: NavChapter }) {
  const { t } = useTranslation();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const here = items.some(({ to }) => path === to || path.startsWith(`${to}/`));
  const [closed, setClosed] = useState(() => closedOnes().includes(group));
  const toggle = (open: boolean) => {
    setClosed(!open);
    const others = closedOnes().filter((one) => one !== group);
    localStorage.setItem(kept, (open ? others : [...others, group]).join(' '));
  };
  return (
    <details open={here || !closed} onToggle={({ currentTarget }) => here || toggle(currentTarget.open)}>
      <summary>{t(`shell.chapters.${group}`)}</summary>
      <Entries items={items} />
    </details>
  );
}

function Entries({ items }: { items: NavItem[] }) {
  const { t } = useTranslation();
  return items.map(({ to, label, icon: Icon }) => (
    <Link key={to} to={to} activeOptions={{ exact: to === '/desk', includeSearch: false }}>
      <Icon />
      {t(`shell.${label}`)}
    </Link>
  ));
}

const closedOnes = (): string[] => (localStorage.getItem(kept) ?? '').split(' ').filter(Boolean);
