import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SamplePreview as Preview } from '../api/types';
import { nameOf } from '../i18n/names';
import { EmptyBlock } from '../shared/blocks';
import { IntervalBar, IntervalWords } from './interval-bar';
import { comma } from '../i18n/punctuation';

/** What would be drawn: unit by unit with its record and percentage, source by source with its quota. */
export function SamplePreview({ preview, children }: { preview: Preview; children: ReactNode }) {
  const { t } = useTranslation();
  const { claims, drawn, units, excluded, checkers } = preview;
  if (claims === 0) return <EmptyBlock words={t('lookBack.noClaims')} />;
  return (
    <section className="stack held-section" aria-label={t('lookBack.previewTitle')}>
      <h2>{t('lookBack.wouldDraw', { claims, drawn })}</h2>
      {excluded.map(({ reason, count }) => (
        <p key={reason} className="soft">
          {t(`lookBack.excluded.${reason === 'under_check' ? 'under_check' : 'nobody_free'}`, { count })}
        </p>
      ))}
      <ul className="plain-list cards">
        {units.map((unit) => (
          <UnitSample
            key={unit.unit.id}
            unit={unit}
            strata={preview.strata.filter((one) => one.unit.id === unit.unit.id)}
          />
        ))}
      </ul>
      <p>
        <b>{t('lookBack.checkers')}</b>
        {t('general.colon')}
        {checkers
          .map(({ name, recusedUnits }) =>
            recusedUnits === 0 ? name : t('lookBack.recused', { name, count: recusedUnits }),
          )
          .join(comma())}
      </p>
      <p className="soft small">{t('lookBack.commitNote')}</p>
      <div className="row">{children}</div>
    </section>
  );
}

function UnitSample({ unit, strata }: { unit: Preview['units'][number]; strata: Preview['strata'] }) {
  const { t } = useTranslation();
  return (
    <li className="card held-row">
      <span className="stack" style={{ gap: 0 }}>
        <b>{unit.unit.name}</b>
        <span className="soft small">{t('lookBack.percent', { percent: unit.percent })}</span>
      </span>
      <span>
        <IntervalBar {...unit} />
        <IntervalWords {...unit} />
      </span>
      <ul className="plain-list small">
        {strata.map(({ kind, size, quota }) => (
          <li key={kind}>{t('lookBack.stratum', { kind: nameOf('words.matterKind', kind), size, quota })}</li>
        ))}
      </ul>
    </li>
  );
}
