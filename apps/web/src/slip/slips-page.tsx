import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import { slipStates } from '../app/search';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { LateCases } from './late-cases';
import { ObjectionLine } from './objection-line';
import { SlipLine } from './slip-line';

/** Slips of the reader’s units, or of the county; with what waits for a decision. */
export function SlipsPage() {
  const { t } = useTranslation();
  const { state, unitId, level } = useSearch({ from: '/inside/slips' });
  const isUnit = useMe().acts.includes('slip.reply');
  const query = useInfiniteQuery(lists.slips({ state, unitId, level }));
  return (
    <>
      <PageHead title={t('slip.title')} sub={t(`slip.note.${isUnit ? 'unit' : 'bureau'}`)} />
      <div className="stack">
        <section className="sheet" aria-label={t('slip.title')}>
          <StateFilter />
          <RemotePages query={query} empty={t('slip.empty')} rows={6}>
            {(slips) => (
              <ul className="plain-list">
                {slips.map((slip) => (
                  <SlipLine key={slip.id} slip={slip} />
                ))}
              </ul>
            )}
          </RemotePages>
        </section>
        <OpenObjections />
        {isUnit ? <LateCases /> : null}
      </div>
    </>
  );
}

function StateFilter() {
  const { t } = useTranslation();
  const { state } = useSearch({ from: '/inside/slips' });
  const go = useNavigate({ from: '/slips' });
  const states: readonly ('all' | (typeof slipStates)[number])[] = ['all', ...slipStates];
  const options = states.map((value) => ({ value, label: t(`slip.filters.${value}`) }));
  return (
    <div style={{ overflowX: 'auto' }}>
      <Segmented<(typeof states)[number]>
        aria-label={t('slip.filter')}
        value={state ?? 'all'}
        options={options}
        onChange={(chosen) => void go({ search: (old) => ({ ...old, state: chosen === 'all' ? undefined : chosen }) })}
      />
    </div>
  );
}

function OpenObjections() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.objections({ state: 'raised' }));
  return (
    <section className="sheet" aria-label={t('slip.objections')}>
      <h2>{t('slip.objections')}</h2>
      <RemotePages query={query} empty={t('slip.noObjections')} rows={2}>
        {(objections) => (
          <ul className="plain-list">
            {objections.map((objection) => (
              <li key={objection.id} className="slip-line">
                <ObjectionLine objection={objection} />
              </li>
            ))}
          </ul>
        )}
      </RemotePages>
    </section>
  );
}
