import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { taskStates } from '../../api/codes';
import { lists } from '../../api/lists';
import { useMe } from '../../api/session';
import type { DecidedItem } from '../../api/types';
import { clockStopped } from '../../shared/clock-stopped';
import { Due } from '../../shared/due';
import { PageHead } from '../../shared/page-head';
import { RemotePages } from '../../shared/remote';
import { TaskStateMark } from '../../shared/state-mark';
import { Stages } from '../../task/stages';

/** Everything this leader decided, each with its true state. */
export function DecidedPage() {
  const { t } = useTranslation();
  const leads = useMe().acting?.role === 'county_leader';
  return (
    <>
      <PageHead title={t(leads ? 'leader.led' : 'leader.decided')} sub={t('leader.decidedNote')} />
      <Decided empty={t(leads ? 'leader.ledEmpty' : 'leader.decidedEmpty')} />
    </>
  );
}

/** What this leader decided or leads, one card a task. */
export function Decided({ empty }: { empty: string }) {
  const query = useInfiniteQuery(lists.decided());
  return (
    <RemotePages query={query} empty={empty} rows={10}>
      {(items) => (
        <ul className="plain-list decided">
          {items.map((row) => (
            <DecidedCard key={row.taskId} row={row} />
          ))}
        </ul>
      )}
    </RemotePages>
  );
}

function DecidedCard({ row }: { row: DecidedItem }) {
  const { t } = useTranslation();
  const state = taskStates.find((known) => known === row.state) ?? 'registered';
  return (
    <li className="sheet decided-card">
      <div className="spread">
        <h2>
          <Link to="/tasks/$id" params={{ id: row.taskId }}>
            {row.title}
          </Link>
        </h2>
        <TaskStateMark state={state} suspended={row.suspendedAt !== null} />
      </div>
      <div className="decided-body">
        <div>
          <LeadAndDue row={row} running={row.suspendedAt === null && !clockStopped.includes(state)} />
          {row.lastProgress === null || row.lastProgress === '' ? null : (
            <p className="soft words">
              {t('leader.progress')}
              {t('general.colon')}
              {row.lastProgress}
            </p>
          )}
        </div>
        <div>
          <Stages state={state} />
          <p className="decided-waits">{t(`task.waitingFor.${state}`)}</p>
        </div>
      </div>
    </li>
  );
}

function LeadAndDue({ row, running }: { row: DecidedItem; running: boolean }) {
  const { t } = useTranslation();
  return (
    <p className="soft row">
      <span>
        {t('task.lead')}
        {t('general.colon')}
        {row.leadUnit ?? '—'}
      </span>
      <Due at={row.dueAt} overdue={row.overdue} running={running} />
    </p>
  );
}
