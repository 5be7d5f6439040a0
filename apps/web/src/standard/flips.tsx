import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { Reevaluation } from '../api/types';
import { Remote } from '../shared/remote';

/** Whose result would be another under this version. */
export function Flips({ standardId, number }: { standardId: string; number: number }) {
  const { t } = useTranslation();
  const query = useQuery(lists.reevaluation(standardId, number));
  return (
    <section className="stack held-section" aria-label={t('standard.flips')}>
      <h2>{t('standard.flips')}</h2>
      <p className="soft small">{t('standard.flipsNote')}</p>
      <Remote query={query} rows={3}>
        {(found) => <Found found={found} />}
      </Remote>
    </section>
  );
}

function Found({ found: { evaluated, flipped, flips } }: { found: Reevaluation }) {
  const { t } = useTranslation();
  if (evaluated === 0) return <p className="soft">{t('standard.noResults')}</p>;
  return (
    <>
      <p>{t('standard.flipped', { evaluated, flipped })}</p>
      <ul className="plain-list cards">
        {flips.map((flip) => (
          <li key={flip.resultId} className="card">
            <span className="spread">
              <b>
                {flip.unit.shortName} · {flip.site}
              </b>
              <b>
                {t(`standard.verdict.${flip.from}`)} → {t(`standard.verdict.${flip.to}`)}
              </b>
            </span>
            <span className="soft small">
              {t('standard.foundBy', { number: flip.number })}
              {flip.unmet.length === 0 ? null : ` · ${t('standard.unmet', { keys: flip.unmet.join(' ') })}`}
              {flip.missing.length === 0 ? null : ` · ${t('standard.missing', { keys: flip.missing.join(' ') })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
