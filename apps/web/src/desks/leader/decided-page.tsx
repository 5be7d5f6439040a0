import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import type { LedgerRow } from '../../api/types';
import { Due } from '../../shared/due';
import { PageHead } from '../../shared/page-head';
import { RemotePages } from '../../shared/remote';
import { TaskStateMark } from '../../shared/state-mark';
import { Stages } from '../../task/stages';

/** Everything this leader decided, each with its true state. */
export function DecidedPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.decided());
  return (
    <>
      <PageHead title={t('leader.decided')} sub={t('leader.decidedNote')} />
      <RemotePages query={query} empty={t('leader.decidedEmpty')} rows={10}>
        {(items) => (
          <ul className="plain-list decided">
            {items.map((row) => (
              <DecidedCard key={row.id} row={row} />
            ))}
          </ul>
        )}
      </RemotePages>
    </>
  );
}

const over = ['closed', 'effective', 'cancelled'];

function DecidedCard({ row }: { row: LedgerRow }) {
  const { t } = useTranslation();
  return (
    <li className="sheet decided-card">
      <div className="spread">
        <h2>
          <Link to="/tasks/$id" params={{ id: row.id }}>
            {row.title}
          </Link>
        </h2>
        <TaskStateMark state={row.state} suspended={row.suspended} />
      </div>
      <div className="decided-body">
        <div>
          <p className="soft row">
            <span>
              {t('task.lead')}：{row.leadUnit?.shortName ?? '—'}
            </span>
            <Due at={row.dueAt} overdue={row.overdue} running={!over.includes(row.state)} />
          </p>
          {row.progress === null || row.progress === '' ? null : (
            <p className="soft words">
              {t('leader.progress')}：{row.progress}
            </p>
          )}
        </div>
        <div>
          <Stages task={row} />
          <p className="decided-waits">{t(`task.waitingFor.${row.state}`)}</p>
        </div>
      </div>
    </li>
  );
}
