import { useTranslation } from 'react-i18next';
import type { MatterView } from '../api/types';
import { countyTime } from '../shared/county-time';

/** What each signatory was answered, and what they said to it. */
export function Replies({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  if (matter.replies.length === 0) return null;
  const nameOf = (id: string) => matter.signatories.find((one) => one.id === id)?.name ?? '—';
  return (
    <section className="sheet">
      <h2>{t('matter.replies')}</h2>
      <ul className="plain-list units">
        {matter.replies.map((one) => (
          <li key={one.id} className="unit-line">
            <div className="spread">
              <b>{t('matter.replyTo', { name: nameOf(one.signatoryId), number: one.number })}</b>
              <span>{one.feedback === null ? t('matter.waitingFeedback') : t(`words.feedback.${one.feedback}`)}</span>
            </div>
            <p className="words">{one.body}</p>
            {one.feedbackWords === null ? null : <p className="report words">{one.feedbackWords}</p>}
            <p className="faint small">{countyTime(one.repliedAt)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
