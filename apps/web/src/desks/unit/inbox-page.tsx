import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import { boxes } from '../../api/codes';
import type { Box, BoxCounts } from '../../api/types';
import type { InboxSearch } from '../../app/search';
import { useMe } from '../../api/session';
import { PageHead } from '../../shared/page-head';
import { RemotePages } from '../../shared/remote';
import { SearchField } from '../../shared/search-field';
import { InboxList } from './inbox-list';

/** The unit's inbox: boxes with their counts, and what is in the open one. */
export function InboxPage() {
  const { t } = useTranslation();
  const me = useMe();
  const search = useSearch({ from: '/inside/inbox' });
  const box = search.box ?? firstBox(me.acting?.role);
  const counts = useQuery(lists.boxCounts());
  const query = useInfiniteQuery(lists.assignments({ ...search, box }));
  return (
    <>
      <PageHead title={t('unit.inbox')} sub={me.acting?.unit.name} />
      <BoxTabs open={box} counts={counts.data} />
      <InboxFilters search={search} />
      <RemotePages query={query} empty={t(`unit.empty.${box}`)} rows={8}>
        {(items) => <InboxList key={box} box={box} items={items} />}
      </RemotePages>
    </>
  );
}

/** The head opens on what only the head can do, staff on what was given to them by name. */
function firstBox(role: string | undefined): Box {
  if (role === 'unit_staff') return 'mine';
  return role === 'unit_head' ? 'to_sign_off' : 'to_sign';
}

function BoxTabs({ open, counts }: { open: Box; counts: BoxCounts | undefined }) {
  const { t } = useTranslation();
  return (
    <nav className="boxes" aria-label={t('unit.inbox')}>
      {boxes.map((box) => (
        <Link
          key={box}
          to="/inbox"
          search={{ box }}
          aria-current={box === open ? 'page' : undefined}
          data-waiting={isWaiting(box, counts)}
        >
          {t(`words.box.${box}`)}
          <b>{counts?.[box] ?? ''}</b>
        </Link>
      ))}
    </nav>
  );
}

/** Boxes in which something waits for this unit. */
function isWaiting(box: Box, counts: BoxCounts | undefined): boolean {
  return box !== 'answered' && box !== 'done' && box !== 'to_do' && (counts?.[box] ?? 0) > 0;
}

function InboxFilters({ search }: { search: InboxSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/inbox' });
  const change = (part: Partial<InboxSearch>) => void navigate({ search: { ...search, ...part }, replace: true });
  return (
    <div className="row inbox-filters">
      <SearchField words={search.q} hint={t('unit.searchHint')} search={(q) => change({ q })} />
      {(['overdue', 'reportOverdue'] as const).map((name) => (
        <Checkbox
          key={name}
          checked={search[name] === true}
          onChange={(event) => change({ [name]: event.target.checked ? true : undefined })}
        >
          {t(`unit.${name}Only`)}
        </Checkbox>
      ))}
    </div>
  );
}
