import { Popover, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Total } from '../../api/types';
import type { LedgerSearch } from '../../app/search';
import { fieldOf } from './filter-fields';
import { type FilterChip, useFilterWords } from './filter-words';
import { useLedgerChange } from './ledger-filters';

/** What is on the screen, as one sentence whose parts can be altered or taken away: 水利局主办、逾期未结的 12 件. */
export function FilterSentence({ search, total }: { search: LedgerSearch; total: Total | undefined }) {
  const { t } = useTranslation();
  const chips = useFilterWords(search);
  const count = total?.value ?? 0;
  return (
    <p className="sentence" aria-label={t('ledger.sentence')} role="group">
      {chips.length === 0 ? <span className="soft">{t('ledger.allTasks')}</span> : null}
      {chips.map((chip) => (
        <Chip key={chip.name} chip={chip} search={search} />
      ))}
      {total === undefined ? null : (
        <span className="soft" role="status">
          {t(total.capped ? 'ledger.sentenceCapped' : 'ledger.sentenceCount', { count })}
        </span>
      )}
    </p>
  );
}

function Chip({ chip: { name, words }, search }: { chip: FilterChip; search: LedgerSearch }) {
  const { t } = useTranslation();
  const change = useLedgerChange(search);
  const field = fieldOf(name, { search, change });
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
