import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { needStates } from '../api/codes';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { NeedView } from '../api/types';
import { countyDay } from '../shared/county-time';
import { Due } from '../shared/due';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { AskNeedDialog, RegisterNeedDialog, NeedReasonDialog } from './need-dialogs';

/** What units ask of those above them: their own to follow, for the bureau all of them to pass on. */
export function NeedsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { state } = useSearch({ from: '/inside/needs' });
  const [asking, ask] = useState(false);
  const query = useInfiniteQuery(lists.needs({ state }));
  const asks = me.acts.includes('need.ask');
  return (
    <>
      <PageHead
        title={t(asks ? 'need.ours' : 'need.all')}
        sub={t(asks ? 'need.oursNote' : 'need.allNote')}
        acts={
          asks ? (
            <Button type="primary" onClick={() => ask(true)}>
              {t('need.ask')}
            </Button>
          ) : undefined
        }
      />
      <StateFilter state={state} />
      <RemotePages query={query} empty={t(asks ? 'need.oursEmpty' : 'need.allEmpty')} rows={6}>
        {(needs) => (
          <ul className="plain-list cards">
            {needs.map((need) => (
              <Need key={need.id} need={need} />
            ))}
          </ul>
        )}
      </RemotePages>
      {asking ? <AskNeedDialog onClose={() => ask(false)} /> : null}
    </>
  );
}

function StateFilter({ state }: { state: NeedView['state'] | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <search className="filters">
      <Select
        className="wide"
        allowClear
        value={state}
        placeholder={t('need.anyState')}
        aria-label={t('need.anyState')}
        options={needStates.map((value) => ({ value, label: t(`need.state.${value}`) }))}
        onChange={(value?: NeedView['state']) => void navigate({ to: '/needs', search: { state: value } })}
      />
    </search>
  );
}

function Need({ need }: { need: NeedView }) {
  const { t } = useTranslation();
  const { unit, kind, title, body, wantedBy, askedBy, askedAt } = need;
  const wanted = wantedBy === null ? null : t('need.wantedBy', { day: countyDay(wantedBy) });
  const asked = t('need.askedBy', { unit: unit.shortName, name: askedBy.name, day: countyDay(askedAt) });
  return (
    <li className="card">
      <span className="spread">
        <b>{title}</b>
        <Standing need={need} />
      </span>
      <p className="words">{body}</p>
      <span className="soft small">
        {[t(`need.kinds.${kind}`), asked, wanted].filter((one) => one !== null).join(' · ')}
      </span>
      <Holder need={need} />
      <Ending need={need} />
      <NeedActs need={need} />
    </li>
  );
}

function Standing({ need: { state, taskState } }: { need: NeedView }) {
  const { t } = useTranslation();
  if (state !== 'registered' || taskState === null) return <b className="soft">{t(`need.state.${state}`)}</b>;
  return <b className="soft">{t(`words.taskState.${taskState}`)}</b>;
}

function Holder({ need }: { need: NeedView }) {
  const { t } = useTranslation();
  const mayOpen = useMe().acts.includes('need.triage');
  const { holder, taskId, taskNumber, dueAt, taskState, progress, answer } = need;
  if (holder === null || taskId === null) return null;
  const isOpen = taskState === 'dispatched' || taskState === 'under_way';
  return (
    <>
      <span>
        {t('need.holder')} <b>{holder.shortName}</b>
        {' · '}
        {mayOpen ? (
          <Link className="underlined" to="/tasks/$id" params={{ id: taskId }}>
            {taskNumber ?? t('need.noNumber')}
          </Link>
        ) : (
          (taskNumber ?? t('need.noNumber'))
        )}
        {' · '}
        {isOpen ? <Due at={dueAt} overdue={need.overdue} /> : dueAt === null ? null : countyDay(dueAt)}
      </span>
      {progress === null || answer !== null ? null : (
        <span className="soft">
          {t('need.progress')}
          {t('general.colon')}
          {progress}
        </span>
      )}
      {answer === null ? null : (
        <p className="words">
          <b>{t('need.answer')}</b>
          {t('general.colon')}
          {answer.body}
        </p>
      )}
    </>
  );
}

function Ending({ need: { state, settledWords, settledBy, settledAt } }: { need: NeedView }) {
  const { t } = useTranslation();
  if (settledWords === null || settledBy === null || settledAt === null) return null;
  return (
    <p className="words">
      <b>{t(`need.state.${state}`)}</b>
      {t('general.colon')}
      {settledWords}{' '}
      <span className="faint small">
        {settledBy.name} {countyDay(settledAt)}
      </span>
    </p>
  );
}

function NeedActs({ need }: { need: NeedView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<NeedView['actions'][number] | null>(null);
  const close = () => setOpen(null);
  if (need.actions.length === 0) return null;
  return (
    <span className="row">
      {need.actions.map((act) => (
        <Button key={act} type={act === 'register' ? 'primary' : 'default'} onClick={() => setOpen(act)}>
          {t(`need.act.${act}`)}
        </Button>
      ))}
      {open === 'register' ? <RegisterNeedDialog need={need} onClose={close} /> : null}
      {open === 'decline' || open === 'solve' ? <NeedReasonDialog need={need} act={open} onClose={close} /> : null}
    </span>
  );
}
