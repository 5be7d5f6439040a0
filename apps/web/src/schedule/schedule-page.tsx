import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { records } from '../api/records';
import { useMe } from '../api/session';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { ScheduleEditor } from './schedule-editor';
import { ScheduleSheet } from './schedule-sheet';

/** The plan of a task, reckoned backwards from its fixed end; the bureau edits it until its steps have become sub-tasks. */
export function SchedulePage() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const { id } = useParams({ from: '/inside/tasks/$id/schedule' });
  const task = useQuery(records.task(id));
  const schedule = useQuery(lists.schedule(id));
  return (
    <>
      <PageHead
        title={t('schedule.page')}
        sub={
          <Link to="/tasks/$id" params={{ id }}>
            {task.data?.title ?? '…'}
          </Link>
        }
      />
      <Remote query={schedule} rows={8}>
        {(kept) => (
          <Remote query={task}>
            {(whole) =>
              kept.state === 'draft' && acts.includes('schedule.keep') ? (
                <ScheduleEditor key={kept.version} task={whole} kept={kept} />
              ) : (
                <ScheduleSheet kept={kept} />
              )
            }
          </Remote>
        )}
      </Remote>
    </>
  );
}
