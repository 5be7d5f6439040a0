import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { PlanView, ScheduleStep, ScheduleView, TaskView } from '../api/types';
import { countyDay } from '../shared/county-time';
import { useProblemWords } from '../shared/problem-words';
import { type Draft, freeKey, planBody, withoutStep, withStep } from './draft';
import { Gantt } from './gantt';
import { KeepSchedule } from './keep-schedule';
import { StepDialog } from './step-dialog';
import { useUnitNames } from './unit-names';
import { Moves, Verdict } from './verdict';

interface EditorProps {
  task: TaskView;
  kept: ScheduleView;
}

/** A draft whose changes can be taken back. */
function useDraft(saved: Draft) {
  const [past, setPast] = useState<Draft[]>([]);
  const [draft, setDraft] = useState(saved);
  const change = (next: Draft) => {
    setPast([...past, draft]);
    setDraft(next);
  };
  const undo = () => {
    setDraft(past.at(-1) ?? draft);
    setPast(past.slice(0, -1));
  };
  return { draft, change, changed: past.length > 0, undo };
}

const newStep = (draft: Draft): ScheduleStep => ({
  ...{ key: freeKey(draft), title: '', days: 5, unit: 'working_day' },
  ...{ after: draft.steps.slice(-1).map(({ key }) => key), startsOn: null, leadUnitId: null },
});

/** The plan as it is edited: every change is reckoned at once, and can be taken back until the plan is saved. */
export function ScheduleEditor({ task, kept }: EditorProps) {
  const endOfTask = task.dueAt === null ? null : countyDay(task.dueAt);
  const saved: Draft = { endDay: kept.endDay ?? endOfTask, steps: kept.steps };
  const { draft, change, changed, undo } = useDraft(saved);
  const [edited, edit] = useState<ScheduleStep | null>(null);
  const done = (next: Draft) => {
    change(next);
    edit(null);
  };
  return (
    <div className="stack">
      <Head draft={draft} change={change} undo={changed ? undo : undefined} add={() => edit(newStep(draft))} />
      <Reckoned draft={draft} saved={kept.version === 0 ? null : saved} change={change} edit={edit} />
      <KeepSchedule task={task} kept={kept} draft={draft} changed={changed} />
      {edited === null ? null : (
        <StepDialog
          step={edited}
          others={draft.steps.filter(({ key }) => key !== edited.key)}
          isNew={!draft.steps.some(({ key }) => key === edited.key)}
          onClose={() => edit(null)}
          onDone={(step) => done(withStep(draft, step))}
          onRemove={() => done(withoutStep(draft, edited))}
        />
      )}
    </div>
  );
}

interface HeadProps {
  draft: Draft;
  change: (draft: Draft) => void;
  undo: (() => void) | undefined;
  add: () => void;
}

function Head({ draft, change, undo, add }: HeadProps) {
  const { t } = useTranslation();
  return (
    <div className="filters">
      <label className="row">
        {t('schedule.end')}
        <DatePicker
          allowClear={false}
          value={draft.endDay === null ? null : dayjs(draft.endDay)}
          aria-label={t('schedule.end')}
          onChange={(day) => day !== null && change({ ...draft, endDay: day.format('YYYY-MM-DD') })}
        />
      </label>
      <Button type="primary" onClick={add}>
        {t('schedule.addStep')}
      </Button>
      <Button disabled={undo === undefined} onClick={undo}>
        {t('schedule.undo')}
      </Button>
    </div>
  );
}

interface ReckonedProps {
  draft: Draft;
  saved: Draft | null;
  change: (draft: Draft) => void;
  edit: (step: ScheduleStep) => void;
}

/** Where the steps come to lie; what stood there stays while the server reckons anew. */
function Reckoned({ draft, saved, change, edit }: ReckonedProps) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  const unitNames = useUnitNames();
  const ready = draft.steps.length > 0 && draft.endDay !== null;
  const asked = { ...planBody(draft), ...(saved !== null && { before: planBody(saved) }) };
  const { data, error } = useQuery({
    queryKey: ['schedules', 'preview', asked],
    queryFn: () => api.post<PlanView>('/schedules/preview', asked),
    enabled: ready,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!ready)
    return <p className="soft">{draft.endDay === null ? t('schedule.endWanted') : t('schedule.stepsWanted')}</p>;
  if (error !== null) return <Alert type="error" showIcon title={inWords(error)} />;
  if (data === undefined) return null;
  return (
    <>
      <Verdict plan={data} steps={draft.steps} />
      <section className="sheet" aria-label={t('schedule.page')}>
        <p className="small soft">{t('schedule.hint')}</p>
        <Gantt
          steps={draft.steps}
          plan={data}
          unitNames={unitNames}
          change={(step) => change(withStep(draft, step))}
          edit={edit}
        />
        <Moves plan={data} steps={draft.steps} />
      </section>
    </>
  );
}
