import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { Brand } from './brand';
import { deskOf, homeOf } from './desks';
import { LanguageButton } from './language-button';
import { LiveBadge } from './live-badge';
import { navigationOf, type NavItem } from './navigation';
import { NoticeBell } from './notice-bell';
import { PhoneTabs } from './phone-tabs';
import './shell.css';
import { Themed } from './themed';
import { WhoMenu } from './who-menu';

/** The frame of every signed-in page: navigation at the left or at the thumb, who I am, notices, live state. */
export function Shell() {
  const me = useMe();
  const { t } = useTranslation();
  const items = navigationOf(me.acting?.role);
  const large = deskOf(me.acting?.role) === 'leader';
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <SideBar items={items} />
      <div className="shell-main">
        <TopBar />
        {me.county.demo ? <div className="demo-note">{t('shell.demo')}</div> : null}
        <main id="content" className={large ? 'shell-body large' : 'shell-body'} tabIndex={-1}>
          <Themed large={large}>
            <Outlet />
          </Themed>
        </main>
      </div>
      <PhoneTabs items={items} />
    </div>
  );
}

function SideBar({ items }: { items: NavItem[] }) {
  const me = useMe();
  const { t } = useTranslation();
  return (
    <div className="shell-side">
      <Link to={homeOf[deskOf(me.acting?.role)]} className="brand-link">
        <Brand sub={me.county.name} />
      </Link>
      <nav className="nav" aria-label={t('shell.navigation')}>
        {items.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/desk', includeSearch: false }}>
            <Icon />
            {t(`shell.${label}`)}
          </Link>
        ))}
      </nav>
      <div className="side-foot">
        <a href="/api/docs">{t('shell.navApi')}</a>
      </div>
    </div>
  );
}

function TopBar() {
  const me = useMe();
  return (
    <header className="shell-top">
      <Link to={homeOf[deskOf(me.acting?.role)]} className="brand-link">
        <Brand size={30} />
      </Link>
      <span className="gap" />
      <LiveBadge />
      <LanguageButton />
      <NoticeBell />
      <WhoMenu />
    </header>
  );
}
