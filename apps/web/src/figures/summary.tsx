import { useTranslation } from 'react-i18next';
import type { TimelinessReport } from '../api/types';
import { nameOf } from '../i18n/names';
import { termInWords } from './figure-terms';
import { ShareBar } from './share-bar';

/** All cases together: what is counted, what is not and why, and each share drawn. */
export function Summary({ report: { all, exclusions } }: { report: TimelinessReport }) {
  const { t } = useTranslation();
  return (
    <section className="sheet" aria-labelledby="figures-all">
      <h2 id="figures-all">{t('figures.all')}</h2>
      <p>
        {t('figures.counted', {
          total: all.total,
          counted: all.byOriginalDate.of,
          open: all.open,
          noLimit: all.noLimit,
        })}
      </p>
      {exclusions.length === 0 ? null : (
        <p className="soft small">
          {t('figures.excluded', { count: all.excluded })}
          {exclusions
            .map(({ reason, n }) => t('figures.reason', { reason: nameOf('figures.because', reason), n }))
            .join(t('figures.join'))}
        </p>
      )}
      <Shares all={all} />
    </section>
  );
}

function Shares({ all: { byOriginalDate: original, byCurrentDate: current, within } }: Pick<TimelinessReport, 'all'>) {
  const { t } = useTranslation();
  return (
    <dl className="figure-list">
      <div>
        <dt>{t('figures.byOriginal')}</dt>
        <dd>
          <ShareBar n={original.onTime} of={original.of} percent={original.percent} />
        </dd>
      </div>
      <div>
        <dt>{t('figures.byCurrent')}</dt>
        <dd>
          <ShareBar n={current.onTime} of={current.of} percent={current.percent} />
        </dd>
      </div>
      {within.map(({ term, n, of, percent, running, provisional }) => (
        <div key={term}>
          <dt>{t('figures.withinTerm', { term: termInWords(term, t) })}</dt>
          <dd>
            <ShareBar n={n} of={of} percent={percent} />
            {running === 0 ? null : <span className="small faint">{t('figures.running', { count: running })}</span>}
            {provisional ? <span className="small faint"> {t('figures.provisional')}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
