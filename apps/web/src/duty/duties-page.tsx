import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../api/client';
import { townshipLists } from '../api/codes';
import { lists, reference } from '../api/lists';
import { useMe } from '../api/session';
import type { DutyView } from '../api/types';
import type { DutySearch } from '../app/search';
import { countyDay } from '../shared/county-time';
import { countSet, Filters } from '../shared/filters';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { SearchField } from '../shared/search-field';
import { ChangeDutyDialog, EndDutyDialog, NewDutyDialog } from './duty-dialogs';
import { DutyHistory } from './duty-history';
import { DutyImport } from './duty-import';
import { ListMark } from './list-mark';
import { comma } from '../i18n/punctuation';

/** The duty register: which unit leads and assists in what, and on which list of the townships it stands. */
export function DutiesPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/duties' });
  const [open, setOpen] = useState<'new' | 'import' | null>(null);
  const keeps = useMe().acts.includes('duty.keep');
  const query = useInfiniteQuery(lists.duties({ ...search }));
  return (
    <>
      <PageHead title={t('duty.title')} sub={t('duty.note')} acts={<HeadActs keeps={keeps} open={setOpen} />} />
      {open === 'import' ? <DutyImport onClose={() => setOpen(null)} /> : null}
      <DutyFilters search={search} />
      <RemotePages
        query={query}
        empty={t(countSet(search) > 0 || search.q ? 'duty.noneFound' : 'duty.empty')}
        rows={10}
      >
        {(lines) => (
          <ul className="plain-list task-lines">
            {lines.map((line) => (
              <DutyItem key={line.id} line={line} />
            ))}
          </ul>
        )}
      </RemotePages>
      {open === 'new' ? <NewDutyDialog onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function HeadActs({ keeps, open }: { keeps: boolean; open: (what: 'new' | 'import') => void }) {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/duties' });
  return (
    <>
      <a href={address('/duties/export', { ...search, format: 'xlsx' })} download>
        {t('duty.export')}
      </a>
      {keeps ? (
        <>
          <Button onClick={() => open('import')}>{t('duty.import')}</Button>
          <Button type="primary" onClick={() => open('new')}>
            {t('duty.new')}
          </Button>
        </>
      ) : null}
    </>
  );
}

function DutyFilters({ search }: { search: DutySearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const units = useQuery(reference.units());
  const look = (change: DutySearch) => void navigate({ to: '/duties', search: { ...search, ...change } });
  return (
    <Filters
      search={<SearchField words={search.q} hint={t('duty.search')} search={(q) => look({ q })} />}
      set={countSet(search)}
    >
      <Select
        className="wide"
        allowClear
        value={search.list}
        placeholder={t('duty.anyList')}
        aria-label={t('duty.list')}
        options={[...townshipLists, 'none' as const].map((value) => ({ value, label: t(`duty.lists.${value}`) }))}
        onChange={(list?: DutySearch['list']) => look({ list })}
      />
      <Select
        className="wide"
        allowClear
        value={search.unitId}
        placeholder={t('duty.anyUnit')}
        aria-label={t('duty.unit')}
        loading={units.isLoading}
        showSearch={{ optionFilterProp: 'label' }}
        options={(units.data?.items ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }))}
        onChange={(unitId?: string) => look({ unitId })}
      />
    </Filters>
  );
}

type DutyAct = 'history' | 'change' | 'end';

function DutyItem({ line }: { line: DutyView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<DutyAct | null>(null);
  const close = () => setOpen(null);
  const { category, leadUnit, assistUnits, townshipList, basis, from } = line;
  return (
    <li className="spread duty-line">
      <div>
        <b>{category}</b> <ListMark list={townshipList} />
        <p>
          {t('duty.lead')} {leadUnit.shortName}
          {assistUnits.length === 0 ? null : (
            <span className="soft">
              {' · '}
              {t('duty.assists')} {assistUnits.map(({ shortName }) => shortName).join(comma())}
            </span>
          )}
        </p>
        <p className="faint small">
          {[basis, t('duty.since', { day: countyDay(from) })].filter((one) => one !== null).join(' · ')}
        </p>
      </div>
      <DutyActs line={line} onOpen={setOpen} />
      {open === 'change' ? <ChangeDutyDialog line={line} onClose={close} /> : null}
      {open === 'end' ? <EndDutyDialog line={line} onClose={close} /> : null}
      {open === 'history' ? <DutyHistory line={line} onClose={close} /> : null}
    </li>
  );
}

function DutyActs({ line: { category, actions }, onOpen }: { line: DutyView; onOpen: (act: DutyAct) => void }) {
  const { t } = useTranslation();
  const acts = (['history', 'change', 'end'] as const).filter((act) => act === 'history' || actions.includes(act));
  return (
    <span className="row">
      {acts.map((act) => (
        <Button
          key={act}
          danger={act === 'end'}
          aria-label={t('duty.of', { act: t(`duty.${act}`), item: category })}
          onClick={() => onOpen(act)}
        >
          {t(`duty.${act}`)}
        </Button>
      ))}
    </span>
  );
}
