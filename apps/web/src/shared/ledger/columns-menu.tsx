import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { columnsAmong } from './ledger-settings';
import type { OpenList } from './open-list';

/** How a list looks: groups, columns and their order, spacing. */
export function LedgerShape({ list }: { list: OpenList }) {
  const { t } = useTranslation();
  const { kind, shape, change } = list;
  return (
    <span className="row">
      <Select
        aria-label={t('ledger.group')}
        value={shape.group ?? ''}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('ledger.groupNone') },
          ...kind.groupings.map((value) => ({ value, label: kind.words.grouping(value) })),
        ]}
        onChange={(group) => change({ group: group === '' ? undefined : group })}
      />
      <span className="only-wide">
        <Popover
          trigger="click"
          placement="bottomRight"
          title={t('ledger.columns')}
          content={<ColumnChoice list={list} />}
        >
          <Button icon={<SettingOutlined aria-hidden />}>{t('ledger.columns')}</Button>
        </Popover>
      </span>
    </span>
  );
}

function ColumnChoice({ list }: { list: OpenList }) {
  const { t } = useTranslation();
  const { kind, shape, change } = list;
  const shown = columnsAmong(kind.columns, shape.columns) ?? [...kind.columns];
  const hidden = kind.columns.filter((column) => !shown.includes(column));
  const set = (columns: readonly string[]) =>
    change({ columns: columns.join(',') === kind.columns.join(',') ? undefined : columns.join(',') });
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
              {kind.words.column(column)}
            </Checkbox>
            {at < shown.length ? (
              <Movers column={column} name={kind.words.column(column)} shown={shown} set={set} />
            ) : null}
          </li>
        ))}
      </ul>
      <Button type="link" onClick={() => change({ columns: undefined })}>
        {t('ledger.allColumns')}
      </Button>
      <Density list={list} />
    </div>
  );
}

function Density({ list: { shape, change } }: { list: OpenList }) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      aria-label={t('ledger.density')}
      value={shape.density ?? 'comfortable'}
      options={(['comfortable', 'compact'] as const).map((value) => ({
        value,
        label: t(`ledger.densities.${value}`),
      }))}
      onChange={(event) => change({ density: event.target.value === 'compact' ? 'compact' : undefined })}
    />
  );
}

interface MoversProps {
  column: string;
  name: string;
  shown: readonly string[];
  set: (columns: readonly string[]) => void;
}

function Movers({ column, name, shown, set }: MoversProps) {
  const { t } = useTranslation();
  const at = shown.indexOf(column);
  const swap = (to: number) => {
    const others = shown.filter((one) => one !== column);
    set([...others.slice(0, to), column, ...others.slice(to)]);
  };
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
