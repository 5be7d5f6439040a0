import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import type { Grouping, LedgerGroups } from '../../api/types';
import type { LedgerSearch } from '../../app/search';
import { nameOf } from '../../i18n/names';
import { Remote } from '../../shared/remote';
import { useLedgerChange } from './ledger-filters';
import { filtersOf } from './ledger-settings';

const filterOf = {
  state: 'state',
  lead_unit: 'leadUnitId',
  officer: 'officerId',
  kind: 'kind',
  category: 'category',
  lead_leader: 'leaderId',
} as const satisfies Record<Grouping, keyof LedgerSearch>;

/** The ledger's totals by one thing, as bars; a press narrows the ledger to the group. */
export function LedgerGroupBars({ search, by }: { search: LedgerSearch; by: Grouping }) {
  const query = useQuery(lists.taskGroups({ ...filtersOf(search), by }));
  return (
    <div className="groups">
      <Remote query={query} rows={4}>
        {(groups) => <Bars groups={groups} search={search} />}
      </Remote>
    </div>
  );
}

function Bars({ groups, search }: { groups: LedgerGroups; search: LedgerSearch }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...groups.items.map(({ count }) => count));
  if (groups.items.length === 0) return <p className="soft">{t('ledger.groupEmpty')}</p>;
  return (
    <>
      <div className="groups-scroll" tabIndex={0} role="region" aria-label={t('ledger.group')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('ledger.groupHead')}</th>
              <th scope="col">{t('ledger.groupCount')}</th>
              <th scope="col">{t('ledger.groupOverdue')}</th>
              <th scope="col">{t('ledger.groupClosed')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.items.map((group) => (
              <Group key={group.key ?? ''} group={group} by={groups.by} most={most} search={search} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="faint small">
        {groups.capped
          ? t('ledger.groupCapped', { count: groups.total })
          : t('ledger.groupTotal', { count: groups.total })}
      </p>
    </>
  );
}

interface GroupProps {
  group: LedgerGroups['items'][number];
  by: Grouping;
  most: number;
  search: LedgerSearch;
}

function Group({ group: { key, name, count, overdue, closed }, by, most, search }: GroupProps) {
  const { t } = useTranslation();
  const change = useLedgerChange(search);
  const words = name ?? wordsOf(by, key) ?? t('ledger.groupUnset');
  return (
    <tr>
      <th scope="row">
        {key === null || key === '' ? (
          words
        ) : (
          <button
            className="group-name"
            title={t('ledger.narrowTo', { name: words, count })}
            onClick={() => change({ [filterOf[by]]: key })}
          >
            {words}
          </button>
        )}
      </th>
      <td>
        <span className="group-bar" style={{ width: `${(count / most) * 60}%` }} aria-hidden>
          <i style={{ width: `${(overdue / count) * 100}%` }} />
        </span>
        {count}
      </td>
      <td data-pressing={overdue > 0}>{overdue}</td>
      <td>{closed}</td>
    </tr>
  );
}

function wordsOf(by: Grouping, key: string | null): string | undefined {
  if (key === null || key === '') return undefined;
  if (by === 'state') return nameOf('words.taskState', key);
  return by === 'kind' ? nameOf('words.matterKind', key) : key;
}
