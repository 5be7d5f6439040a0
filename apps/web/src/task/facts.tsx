import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRef, TaskView, UnitBrief } from '../api/types';
import { nameOf } from '../i18n/names';
import { clockStopped } from '../shared/clock-stopped';
import { Due, When } from '../shared/due';
import { EvidenceList } from '../shared/evidence';
import { comma } from '../i18n/punctuation';

const name = (person: PersonRef | null) => person?.name ?? '—';
const names = (units: UnitBrief[]) => (units.length === 0 ? '—' : units.map((unit) => unit.shortName).join(comma()));

function rowsOf(task: TaskView, t: TFunction): [string, ReactNode][] {
  const open = !task.suspended && !clockStopped.includes(task.state);
  return [
    [t('task.due'), <Due key="due" at={task.dueAt} overdue={task.overdue} running={open} />],
    [t('task.lead'), task.leadUnit?.shortName ?? '—'],
    [t('task.assist'), names(task.assistUnits)],
    [t('task.responsible'), name(task.responsible)],
    [t('task.principal'), name(task.principal)],
    [t('task.leadLeader'), name(task.leadLeader)],
    [t('task.officer'), name(task.officer)],
    [t('task.dispatchedAt'), <When key="at" at={task.dispatchedAt} />],
    ...(task.reportEvery === null ? [] : [routineOf(task, task.reportEvery, t)]),
    [t('task.source'), nameOf('words.matterKind', task.source)],
  ];
}

const routineOf = ({ reportBy, reportWhy }: TaskView, every: string, t: TFunction): [string, ReactNode] => [
  t('task.routine.title'),
  `${t('task.routine.duty', { every: nameOf('task.routine.every', every), name: name(reportBy) })} · ${reportWhy ?? ''}`,
];

/** Who, by when, from where: the particulars beside the work. */
export function Facts({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2 className="unseen">{t('task.facts')}</h2>
      <dl className="facts">
        {rowsOf(task, t).map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {task.matter === null ? null : (
          <div className="fact">
            <dt>{t('task.matter')}</dt>
            <dd>
              <Link to="/matters/$id" params={{ id: task.matter.id }}>
                {task.matter.intakeNo}　{task.matter.title}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      {task.evidence.length === 0 ? null : (
        <>
          <h3 className="part-title">{t('task.files')}</h3>
          <EvidenceList files={task.evidence} />
        </>
      )}
    </section>
  );
}
