import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ledgerKinds } from '../api/codes';
import { lists } from '../api/lists';
import { figureGroups, type FigureSearch } from '../app/search';
import { nameOf } from '../i18n/names';
import { Filters } from '../shared/filters';
import { UnitPicker } from '../shared/pickers';
import { offeredTerms, termInWords } from './figure-terms';

/** The county's own assignments or an imported ledger, which of it, as of when, by what and within which terms. */
export function FigureFilters({ search, mayReadHistory }: { search: FigureSearch; mayReadHistory: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const set = (change: FigureSearch) => void navigate({ to: '/figures', search: { ...search, ...change } });
  const { by = 'unit', unit, kind, month, asOf, within } = search;
  return (
    <Filters
      set={[unit, kind, month, asOf, within].filter(Boolean).length}
      search={
        <Segmented
          aria-label={t('figures.groupBy')}
          value={by}
          options={figureGroups.map((value) => ({ value, label: nameOf('figures.by', value) }))}
          onChange={(next) => set({ by: next })}
        />
      }
    >
      {mayReadHistory ? <GroundPicker source={search.source} set={set} /> : null}
      {search.source === undefined ? <OwnFilters unit={unit} kind={kind} set={set} /> : null}
      <Times month={month} asOf={asOf} within={within} set={set} />
    </Filters>
  );
}

function Times({ month, asOf, within, set }: Part & Pick<FigureSearch, 'month' | 'asOf' | 'within'>) {
  const { t } = useTranslation();
  return (
    <>
      <DatePicker
        picker="month"
        value={month === undefined ? null : dayjs(`${month}-01`)}
        placeholder={t('figures.anyMonth')}
        aria-label={t('figures.anyMonth')}
        onChange={(picked) => set({ month: picked?.format('YYYY-MM') })}
      />
      <DatePicker
        value={asOf === undefined ? null : dayjs(asOf)}
        placeholder={t('figures.asOfNow')}
        aria-label={t('figures.asOf')}
        disabledDate={(day) => day.isAfter(dayjs())}
        onChange={(picked) => set({ asOf: picked?.format('YYYY-MM-DD') })}
      />
      <Select
        mode="tags"
        style={{ minWidth: 220 }}
        aria-label={t('figures.terms')}
        placeholder={t('figures.termsUsual')}
        value={within?.split(',') ?? []}
        tokenSeparators={[',', '，', ' ']}
        maxCount={12}
        options={offeredTerms.map((value) => ({ value, label: termInWords(value, t) }))}
        onChange={(terms: string[]) => set({ within: terms.length === 0 ? undefined : terms.join(',') })}
      />
    </>
  );
}

interface Part {
  set: (change: FigureSearch) => void;
}

/** Imported ledgers are offered where there are some. */
function GroundPicker({ source, set }: Part & { source: string | undefined }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(lists.historySources());
  if (data.length === 0) return null;
  return (
    <Select
      aria-label={t('figures.ground')}
      style={{ minWidth: 180 }}
      value={source ?? ''}
      options={[
        { value: '', label: t('figures.ownGround') },
        ...data.map((one) => ({ value: one.source, label: t('figures.history', { source: one.source }) })),
      ]}
      onChange={(next) => set({ source: next === '' ? undefined : next, unit: undefined, kind: undefined })}
    />
  );
}

function OwnFilters({ unit, kind, set }: Part & Pick<FigureSearch, 'unit' | 'kind'>) {
  const { t } = useTranslation();
  return (
    <>
      <span style={{ minWidth: 160 }}>
        <UnitPicker
          value={unit}
          aria-label={t('figures.anyUnit')}
          placeholder={t('figures.anyUnit')}
          onChange={(next) => set({ unit: next })}
        />
      </span>
      <Select
        allowClear
        style={{ minWidth: 150 }}
        aria-label={t('figures.anyKind')}
        placeholder={t('figures.anyKind')}
        value={kind}
        options={ledgerKinds.map((value) => ({ value, label: nameOf('words.matterKind', value) }))}
        onChange={(next) => set({ kind: next })}
      />
    </>
  );
}
