import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { matterKinds, matterStates } from '../api/codes';
import type { MatterSearch } from '../app/search';
import { instantOf, pickedOf } from '../shared/county-time';
import { countSet, Filters } from '../shared/filters';
import { SearchField } from '../shared/search-field';
import { CategoryPicker } from '../shared/pickers';

/** Filters of matters; they live in the address. */
export function MatterFilters({ search }: { search: MatterSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/matters' });
  const change = (part: Partial<MatterSearch>) => void navigate({ search: { ...search, ...part }, replace: true });
  const words = <SearchField words={search.q} hint={t('matter.searchHint')} search={(q) => change({ q })} />;
  return (
    <Filters set={countSet(search)} search={words}>
      <Choices search={search} change={change} />
      <Received search={search} change={change} />
      <Checkbox
        checked={search.needsTriage === true}
        onChange={(event) => change({ needsTriage: event.target.checked ? true : undefined })}
      >
        {t('matter.triageOnly')}
      </Checkbox>
      <Button type="link" onClick={() => void navigate({ search: {}, replace: true })}>
        {t('general.clear')}
      </Button>
    </Filters>
  );
}

interface PartProps {
  search: MatterSearch;
  change: (part: Partial<MatterSearch>) => void;
}

function Choices({ search, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        allowClear
        placeholder={t('matter.col.state')}
        aria-label={t('matter.col.state')}
        value={search.state}
        options={matterStates.map((value) => ({ value, label: t(`words.matterState.${value}`) }))}
        onChange={(state) => change({ state })}
      />
      <Select
        allowClear
        placeholder={t('matter.kind')}
        aria-label={t('matter.kind')}
        value={search.kind}
        options={matterKinds.map((value) => ({ value, label: t(`words.matterKind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <CategoryPicker
        placeholder={t('matter.category')}
        aria-label={t('matter.category')}
        value={search.category}
        onChange={(category) => change({ category: category === '' ? undefined : category })}
      />
    </>
  );
}

function Received({ search, change }: PartProps) {
  const { t } = useTranslation();
  const from = search.receivedFrom === undefined ? null : pickedOf(search.receivedFrom);
  const to = search.receivedTo === undefined ? null : pickedOf(search.receivedTo).subtract(1, 'day');
  return (
    <DatePicker.RangePicker
      className="wide"
      allowEmpty={[true, true]}
      aria-label={t('matter.receivedFrom')}
      placeholder={[t('matter.receivedFrom'), t('matter.receivedTo')]}
      value={[from, to]}
      onChange={(days) =>
        change({
          receivedFrom: days?.[0] == null ? undefined : instantOf(dayjs(days[0]).startOf('day')),
          receivedTo: days?.[1] == null ? undefined : instantOf(dayjs(days[1]).add(1, 'day').startOf('day')),
        })
      }
    />
  );
}
