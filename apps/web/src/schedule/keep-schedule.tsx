import { useNavigate } from '@tanstack/react-router';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { ScheduleView, TaskView } from '../api/types';
import { useWrite } from '../api/write';
import { type Draft, planBody } from './draft';

interface KeepProps {
  task: TaskView;
  kept: ScheduleView;
  draft: Draft;
  changed: boolean;
}

/** Saving the plan, and making its steps sub-tasks once it is saved and can be kept. */
export function KeepSchedule({ task, kept, draft, changed }: KeepProps) {
  const { t } = useTranslation();
  const save = useWrite({
    run: () => api.put<ScheduleView>(`/tasks/${task.id}/schedule`, planBody(draft), kept.version),
    said: () => t('schedule.saved'),
    touches: [['schedule', task.id]],
  });
  return (
    <div className="row gantt-acts">
      <Button
        type="primary"
        disabled={!changed || draft.steps.length === 0 || draft.endDay === null}
        loading={save.isPending}
        onClick={() => save.mutate(undefined)}
      >
        {t('schedule.save')}
      </Button>
      {kept.version > 0 && !changed && task.actions.includes('split') ? <Apply task={task} kept={kept} /> : null}
      {changed ? <span className="soft small">{t('schedule.unsaved')}</span> : null}
    </div>
  );
}

function Apply({ task, kept }: Pick<KeepProps, 'task' | 'kept'>) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const [dispatch, setDispatch] = useState(false);
  const apply = useWrite({
    run: () =>
      api.post<ScheduleView>(
        `/tasks/${task.id}/schedule/sub-tasks`,
        { taskVersion: task.version, dispatch },
        { version: kept.version },
      ),
    said: () => t('schedule.becameSubTasks', { count: kept.steps.length }),
    touches: [['schedule', task.id], ['task', task.id], ['tasks']],
  });
  const ask = () =>
    modal.confirm({
      title: t('schedule.becomeSubTasks'),
      content: t('schedule.subTasksNote', { count: kept.steps.length }),
      okText: t('schedule.ok'),
      cancelText: t('general.cancel'),
      onOk: () =>
        apply.mutate(undefined, {
          onSuccess: () => void navigate({ to: '/tasks/$id', params: { id: task.id } }),
        }),
    });
  return (
    <>
      <Button loading={apply.isPending} disabled={kept.plan === null || kept.plan.impossible.length > 0} onClick={ask}>
        {t('schedule.becomeSubTasks')}
      </Button>
      <Checkbox checked={dispatch} onChange={({ target }) => setDispatch(target.checked)}>
        {t('schedule.dispatchToo')}
      </Checkbox>
    </>
  );
}
