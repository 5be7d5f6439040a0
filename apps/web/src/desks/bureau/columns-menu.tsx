import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { groupings, type LedgerColumn, ledgerColumns } from '../../api/codes';
import { columnsIn } from '../../app/search';
import type { FieldProps } from './filter-fields';

/** How the ledger looks: groups, columns and their order, spacing. */
export function LedgerShape({ search, change }: FieldProps) {
  const { t } = useTranslation();
  return (
    <span className="row">
      <Select
        aria-label={t('ledger.group')}
        value={search.group ?? ''}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('ledger.groupNone') },
          ...groupings.map((value) => ({ value, label: t(`ledger.groupings.${value}`) })),
        ]}
        onChange={(group) => change({ group: groupings.find((known) => known === group) })}
      />
      <span className="only-wide">
        <Popover
          trigger="click"
          placement="bottomRight"
          title={t('ledger.columns')}
          content={<ColumnChoice search={search} change={change} />}
        >
          <Button icon={<SettingOutlined aria-hidden />}>{t('ledger.columns')}</Button>
        </Popover>
      </span>
    </span>
  );
}

function ColumnChoice({ search, change }: FieldProps) {
  const { t } = useTranslation();
  const shown = columnsIn(search.columns) ?? [...ledgerColumns];
  const hidden = ledgerColumns.filter((column) => !shown.includes(column));
  const set = (columns: readonly LedgerColumn[]) =>
    change({ columns: columns.join(',') === ledgerColumns.join(',') ? undefined : columns.join(',') });
  return (
    <div className="columns-menu">
      <p className="faint small">{t('ledger.columnsNote')}</p>
      <ul className="plain-list">
        {[...shown, ...hidden].map((column, at) => (
          <li key={column} className="spread">
            <Checkbox
              checked={at < shown.length}
              disabled={column === 'title'}
              onChange={(event) =>
                set(event.target.checked ? [...shown, column] : shown.filter((one) => one !== column))
              }
            >
              {t(`bureau.col.${column}`)}
            </Checkbox>
            {at < shown.length ? <Movers column={column} shown={shown} set={set} /> : null}
          </li>
        ))}
      </ul>
      <Button type="link" onClick={() => change({ columns: undefined })}>
        {t('ledger.allColumns')}
      </Button>
      <Radio.Group
        aria-label={t('ledger.density')}
        value={search.density ?? 'comfortable'}
        options={(['comfortable', 'compact'] as const).map((value) => ({
          value,
          label: t(`ledger.densities.${value}`),
        }))}
        onChange={(event) => change({ density: event.target.value === 'compact' ? 'compact' : undefined })}
      />
    </div>
  );
}

interface MoversProps {
  column: LedgerColumn;
  shown: readonly LedgerColumn[];
  set: (columns: readonly LedgerColumn[]) => void;
}

function Movers({ column, shown, set }: MoversProps) {
  const { t } = useTranslation();
  const at = shown.indexOf(column);
  const swap = (to: number) => {
    const others = shown.filter((one) => one !== column);
    set([...others.slice(0, to), column, ...others.slice(to)]);
  };
  const name = t(`bureau.col.${column}`);
  return (
    <span>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined aria-hidden />}
        disabled={at === 0}
        aria-label={t('ledger.moveUp', { column: name })}
        onClick={() => swap(at - 1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined aria-hidden />}
        disabled={at === shown.length - 1}
        aria-label={t('ledger.moveDown', { column: name })}
        onClick={() => swap(at + 1)}
      />
    </span>
  );
}
