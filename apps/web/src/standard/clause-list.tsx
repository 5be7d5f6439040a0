import { useTranslation } from 'react-i18next';
import type { StandardVersion } from '../api/types';

type Clause = StandardVersion['clauses'][number];

/** The clauses of a version in their order; red lines say so in words. */
export function ClauseList({ clauses }: { clauses: Clause[] }) {
  const { t } = useTranslation();
  return (
    <ol className="plain-list cards" aria-label={t('standard.clauses')}>
      {clauses.map((clause) => (
        <li key={clause.key} className="card">
          <span className="spread">
            <span>
              {clause.redLine ? <b className="notice-new">{t('standard.redLine')}</b> : null} <b>{clause.text}</b>
            </span>
            <span className="soft">{clause.points > 0 ? t('standard.points', { count: clause.points }) : null}</span>
          </span>
          <span className="soft small">
            {t(`standard.rule.${clause.rule}`, { limit: clause.limit ?? 0 })} · {clause.key}
          </span>
        </li>
      ))}
    </ol>
  );
}
