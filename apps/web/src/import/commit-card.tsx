import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Progress, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { records } from '../api/records';
import type { ImportView } from '../api/types';
import { useWrite } from '../api/write';

const askEveryMs = 2_000;

type Mode = 'all_or_nothing' | 'accepted_rows_only';

/** All or nothing, or the accepted rows only; then the writing, with its progress. */
export function CommitCard({ one }: { one: ImportView }) {
  const { t } = useTranslation();
  const clean = one.counts.rejected === 0;
  const [mode, setMode] = useState<Mode>(clean ? 'all_or_nothing' : 'accepted_rows_only');
  const { commit, discard } = useImportActs(one);
  const refused = mode === 'all_or_nothing' && !clean;
  const count = refused ? 0 : one.counts.imported;
  return (
    <section className="sheet commit-card">
      <h2>{t('importing.mode')}</h2>
      <Modes mode={mode} choose={setMode} />
      {one.counts.duplicates > 0 ? <p className="soft small">{t('importing.triage')}</p> : null}
      <div className="row">
        <Button
          type="primary"
          size="large"
          disabled={count === 0}
          loading={commit.isPending}
          onClick={() => commit.mutate(mode)}
        >
          {t('importing.commit', { count })}
        </Button>
        <Button type="text" loading={discard.isPending} onClick={() => discard.mutate()}>
          {t('importing.discard')}
        </Button>
      </div>
      {commit.isPending ? <CommitProgress id={one.id} total={one.counts.rows} /> : null}
    </section>
  );
}

function Modes({ mode, choose }: { mode: Mode; choose: (mode: Mode) => void }) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      className="choices"
      value={mode}
      onChange={(event) => choose(event.target.value === 'all_or_nothing' ? 'all_or_nothing' : 'accepted_rows_only')}
    >
      <Radio value="all_or_nothing">
        <b>{t('importing.allOrNothing')}</b> <span className="soft">{t('importing.allOrNothingNote')}</span>
      </Radio>
      <Radio value="accepted_rows_only">
        <b>{t('importing.acceptedOnly')}</b> <span className="soft">{t('importing.acceptedOnlyNote')}</span>
      </Radio>
    </Radio.Group>
  );
}

/** How many rows the writing has gone through: told by the live connection, and asked for where that is silent. */
function CommitProgress({ id, total }: { id: string; total: number }) {
  const { t } = useTranslation();
  const { data: done = 0 } = useQuery({
    queryKey: ['import-progress', id],
    queryFn: async ({ signal }) => (await api.get<ImportView>(`/imports/${id}`, undefined, signal)).rowsDone,
    staleTime: 0,
    refetchInterval: askEveryMs,
  });
  return (
    <div role="status">
      <Progress aria-label={t('importing.title')} percent={total === 0 ? 0 : Math.round((done / total) * 100)} />
      {t('importing.committing', { done, total })}
    </div>
  );
}

function useImportActs(one: ImportView) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { t } = useTranslation();
  const commit = useWrite({
    run: (mode: Mode, key) =>
      api.post<ImportView>(`/imports/${one.id}/commit`, { mode }, { version: one.version, key }),
    said: (after) => {
      queries.setQueryData(records.import(one.id).queryKey, after);
      return after.state === 'committed' ? t('importing.done') : undefined;
    },
    touches: [['import', one.id], ['imports'], ['matters']],
  });
  const discard = useWrite({
    run: () => api.delete(`/imports/${one.id}`),
    said: () => {
      void navigate({ to: '/imports' });
      return undefined;
    },
    touches: [['imports']],
  });
  return { commit, discard };
}
