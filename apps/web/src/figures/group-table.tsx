import { useTranslation } from 'react-i18next';
import type { TimelinessReport } from '../api/types';
import { nameOf } from '../i18n/names';
import { termInWords } from './figure-terms';
import { ShareBar } from './share-bar';

/** One row for each group, with the numbers every share is made of. */
export function GroupTable({ report: { by, groups, groupsCut, all } }: { report: TimelinessReport }) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2 id="figures-groups">{t('figures.groups', { by: nameOf('figures.by', by) })}</h2>
      {groupsCut ? <p className="soft">{t('figures.groupsCut', { count: groups.length })}</p> : null}
      <div className="table-scroll" role="region" aria-labelledby="figures-groups" tabIndex={0}>
        <table className="plain-table figure-table">
          <Head by={by} all={all} />
          <tbody>
            {groups.map((group) => (
              <Row key={group.key} group={group} by={by} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Head({ by, all }: Pick<TimelinessReport, 'by' | 'all'>) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{nameOf('figures.by', by)}</th>
        <th scope="col" className="number">
          {t('figures.countedShort')}
        </th>
        <th scope="col" className="number">
          {t('figures.openShort')}
        </th>
        <th scope="col">{t('figures.byOriginal')}</th>
        <th scope="col">{t('figures.byCurrent')}</th>
        {all.within.map(({ term }) => (
          <th key={term} scope="col" className="number">
            {t('figures.withinTerm', { term: termInWords(term, t) })}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ by, group }: Pick<TimelinessReport, 'by'> & { group: TimelinessReport['all'] }) {
  const { t } = useTranslation();
  const { label, open, byOriginalDate: original, byCurrentDate: current, within } = group;
  const name = by === 'kind' ? nameOf('words.matterKind', label) : label;
  return (
    <tr>
      <th scope="row">{name || t('figures.unnamed')}</th>
      <td className="number">{original.of}</td>
      <td className="number">{open}</td>
      <td>
        <ShareBar n={original.onTime} of={original.of} percent={original.percent} />
      </td>
      <td>
        <ShareBar n={current.onTime} of={current.of} percent={current.percent} />
      </td>
      {within.map(({ term, n, of, percent }) => (
        <td key={term} className="number nobreak">
          {percent === null ? '—' : t('figures.share', { percent: percent.toFixed(1), n, of })}
        </td>
      ))}
    </tr>
  );
}
