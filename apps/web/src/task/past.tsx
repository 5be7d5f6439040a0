import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { Changes } from './changes';
import { inBrackets } from '../i18n/punctuation';

interface PastEntry {
  id: string;
  head: ReactNode;
  body: ReactNode;
  by: string;
}

function Past({ title, entries }: { title: string; entries: PastEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{title}</h2>
      <ul className="plain-list units">
        {entries.map((entry) => (
          <li key={entry.id} className="unit-line">
            <b>{entry.head}</b>
            <div className="words">{entry.body}</div>
            <p className="faint small">{entry.by}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Checks of the claim, each with its verdict. */
export function Verifications({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const entries = task.verifications.map((one) => ({
    id: one.id,
    head: `${nameOf('words.verdict', one.verdict)} · ${nameOf('words.manner', one.manner)}`,
    body: one.words,
    by: `${one.verifiedBy.name} ${countyTime(one.verifiedAt)} · ${t('task.attempt', { round: one.round, attempt: one.attempt })}`,
  }));
  return <Past title={t('task.verifications')} entries={entries} />;
}

/** What was put before the principal and what came back. */
export function Presentation({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const one = task.presentation;
  if (one === null) return null;
  const silent =
    one.silentCloseAt === null ? '' : inBrackets(t('task.silentClose', { at: countyTime(one.silentCloseAt) }));
  const decided =
    one.decision === null ? silent : `${nameOf('words.decision', one.decision)} ${one.decidedWords ?? ''}`;
  const entry = {
    id: 'presentation',
    head: `${one.principal.name} ${decided}`,
    body: one.summary,
    by: `${one.presentedBy.name} ${countyTime(one.presentedAt)}`,
  };
  return <Past title={t('task.presentation')} entries={[entry]} />;
}

/** Changes after dispatch: old and new side by side. */
export function Corrections({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const entries = task.corrections.map((one) => ({
    id: one.id,
    head: one.reason,
    body: <Changes correction={one} task={task} />,
    by: `${one.correctedBy.name} ${countyTime(one.correctedAt)}`,
  }));
  return <Past title={t('task.corrections')} entries={entries} />;
}

/** Times during which the clock stood still. */
export function Suspensions({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const entries = task.suspensions.map((one) => ({
    id: one.id,
    head: `${countyTime(one.suspendedAt)} — ${one.resumedAt === null ? '' : countyTime(one.resumedAt)}`,
    body:
      one.ground === 'hearing'
        ? `${nameOf('words.suspensionGround', one.ground)}${t('general.colon')}${one.reason}`
        : one.reason,
    by: one.suspendedBy.name,
  }));
  return <Past title={t('task.suspensions')} entries={entries} />;
}
