import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListGroups } from '../../api/types';
import { Remote } from '../remote';
import type { OpenList } from './open-list';

/** A list's totals by one thing, as bars; a press narrows the list to the group. */
export function LedgerGroupBars({ list, by }: { list: OpenList; by: string }) {
  const query = useQuery(list.kind.groups({ ...list.filters, by }));
  return (
    <div className="groups">
      <Remote query={query} rows={4}>
        {(groups) => <Bars groups={groups} list={list} />}
      </Remote>
    </div>
  );
}

function Bars({ groups, list }: { groups: ListGroups; list: OpenList }) {
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
              <Group key={group.key ?? ''} group={group} by={groups.by} most={most} list={list} />
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
  group: ListGroups['items'][number];
  by: string;
  most: number;
  list: OpenList;
}

function Group({ group: { key, name, count, overdue, closed }, by, most, list }: GroupProps) {
  const { t } = useTranslation();
  const { kind, change } = list;
  const isSet = key !== null && key !== '';
  const words = name ?? (isSet ? kind.words.group(by, key) : t('ledger.groupUnset'));
  const filter = kind.filterOf[by];
  return (
    <tr>
      <th scope="row">
        {!isSet || filter === undefined ? (
          words
        ) : (
          <button
            className="group-name"
            title={t('ledger.narrowTo', { name: words, count })}
            onClick={() => change({ [filter]: key })}
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
