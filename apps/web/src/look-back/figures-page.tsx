import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { UnitFigure } from '../api/types';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { Formula } from './formula';
import { IntervalBar, IntervalWords } from './interval-bar';

/** Claims made and claims that held, unit by unit, each with its interval; a unit reads its own. */
export function LookBackFiguresPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.lookBackFigures());
  return (
    <>
      <PageHead title={t('lookBack.figures')} sub={t('lookBack.figuresNote')} />
      <RemotePages query={query} empty={t('lookBack.figuresEmpty')} rows={6}>
        {(figures) => (
          <ul className="plain-list cards">
            {figures.map((figure) => (
              <Figure key={figure.unit.id} figure={figure} />
            ))}
          </ul>
        )}
      </RemotePages>
      <Formula />
    </>
  );
}

function Figure({ figure }: { figure: UnitFigure }) {
  const { t } = useTranslation();
  const { unit, claims, relapsed, open } = figure;
  const facts = [
    t('lookBack.claims', { count: claims }),
    t('lookBack.relapsedCount', { count: relapsed }),
    ...(open > 0 ? [t('lookBack.openCount', { count: open })] : []),
  ];
  return (
    <li className="card held-row">
      <b>{unit.shortName}</b>
      <IntervalBar {...figure} />
      <span className="stack" style={{ gap: 0 }}>
        <IntervalWords {...figure} />
        <span className="soft small">{facts.join(' · ')}</span>
      </span>
    </li>
  );
}
