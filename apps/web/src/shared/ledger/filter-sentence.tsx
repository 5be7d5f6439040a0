import { Popover, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Total } from '../../api/types';
import type { FilterChip, OpenList } from './open-list';

/** What is on the screen, as one sentence whose parts can be altered or taken away: 水利局主办、逾期未结的 12 件. */
export function FilterSentence({ list, total }: { list: OpenList; total: Total | undefined }) {
  const { t } = useTranslation();
  const { chips, kind } = list;
  return (
    <p className="sentence" aria-label={t('ledger.sentence')} role="group">
      {chips.length === 0 ? <span className="soft">{kind.words.plain()}</span> : null}
      {chips.map((chip) => (
        <Chip key={chip.name} chip={chip} list={list} />
      ))}
      {total === undefined ? null : (
        <span className="soft" role="status">
          {kind.words.counted(total.value, total.capped)}
        </span>
      )}
    </p>
  );
}

function Chip({ chip: { name, words }, list: { change, fieldOf } }: { chip: FilterChip; list: OpenList }) {
  const { t } = useTranslation();
  const field = fieldOf(name);
  const remove = { 'aria-label': t('ledger.chipRemove', { chip: words }) };
  const tag = (
    <Tag closable={remove} onClose={() => change({ [name]: undefined })}>
      {field === null ? words : <button className="chip-words">{words}</button>}
    </Tag>
  );
  if (field === null) return tag;
  return (
    <Popover trigger="click" placement="bottomLeft" content={<div className="chip-field">{field}</div>}>
      {tag}
    </Popover>
  );
}
