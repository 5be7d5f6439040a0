import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { CallUpBanner } from '../call-up/call-up-banner';
import { FieldWatch } from '../field/field-watch';
import { UnsentBadge } from '../field/unsent-badge';
import { GuideStrip } from '../founding/guide-strip';
import { ProofGate } from '../security/proof-gate';
import { Brand } from './brand';
import { deskOf, homeOf } from './desks';
import { LanguageButton } from './language-button';
import { LiveBadge } from './live-badge';
import { navigationOf, type NavItem } from './navigation';
import { NoticeBell } from './notice-bell';
import { OtherPosts } from './other-posts';
import { PhoneTabs } from './phone-tabs';
import { SideNav } from './side-nav';
import { Themed } from './themed';
import { WhoMenu } from './who-menu';

/** The frame of every signed-in page: navigation at the left or at the thumb, who I am, notices, live state. */
export function Shell() {
  const me = useMe();
  const { t } = useTranslation();
  const items = navigationOf(me.acting?.role, me.acts);
  const large = deskOf(me.acting?.role) === 'leader';
  return (
    <div className="shell" data-large={large}>
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <SideBar items={items} />
      <div className="shell-main">
        <TopBar />
        <main id="content" className={large ? 'shell-body large' : 'shell-body'} tabIndex={-1}>
          <Themed large={large}>
            <GuideStrip />
            <CallUpBanner />
            <OtherPosts />
            <Outlet />
            <ProofGate />
            <FieldWatch />
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
    <aside className="shell-side" aria-label={me.county.name}>
      <Link to={homeOf[deskOf(me.acting?.role)]} className="brand-link">
        <Brand sub={me.county.name} />
      </Link>
      <SideNav items={items} />
      <div className="side-foot">
        <a href="/api/docs">{t('shell.navApi')}</a>
      </div>
    </aside>
  );
}

function TopBar() {
  const me = useMe();
  const { t } = useTranslation();
  return (
    <header className="shell-top">
      {me.county.demo ? <p className="demo-note">{t('shell.demo')}</p> : null}
      <Link to={homeOf[deskOf(me.acting?.role)]} className="brand-link only-phone" aria-label={t('shell.home')}>
        <Brand size={30} />
      </Link>
      <span className="gap" />
      <UnsentBadge />
      <LiveBadge />
      <LanguageButton />
      {me.acts.includes('notice.read') ? <NoticeBell /> : null}
      <WhoMenu />
    </header>
  );
}
