import { useTranslation } from 'react-i18next';
import type { AnswerView, TaskView } from '../api/types';
import { countyDay, countyTime } from '../shared/county-time';
import { EvidenceList } from '../shared/evidence';

/** What the units answered, newest first, each attempt kept. */
export function AnswerList({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  if (task.answers.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{t('task.answers')}</h2>
      <ul className="plain-list units">
        {task.answers.map((answer) => (
          <AnswerLine key={answer.id} answer={answer} />
        ))}
      </ul>
    </section>
  );
}

function AnswerLine({ answer }: { answer: AnswerView }) {
  const { t } = useTranslation();
  return (
    <li className="unit-line">
      <div className="spread">
        <span className="row">
          <b>{answer.unit?.shortName}</b>
          <span>{t(`words.resultClass.${answer.resultClass}`)}</span>
        </span>
        <span className="faint small">{t('task.attempt', { round: answer.round, attempt: answer.attempt })}</span>
      </div>
      <p className="words">{answer.body}</p>
      {answer.followUpAt === null ? null : (
        <p className="soft">{t('task.followUp', { at: countyDay(answer.followUpAt) })}</p>
      )}
      <EvidenceList files={answer.evidence} />
      <p className="faint small">
        {answer.submittedBy?.name} {countyTime(answer.submittedAt)}
        {answer.signedOffAt === null
          ? null
          : ` · ${t('words.act.assignment.sign_off')} ${answer.signedOffBy?.name ?? ''} ${countyTime(answer.signedOffAt)}`}
      </p>
    </li>
  );
}
