import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { BackupRun, BackupState } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { Remote } from '../shared/remote';
import { inBrackets } from '../i18n/punctuation';

const key = ['backups'];
const everyMs = 60_000;
const shownRuns = 5;
/** What must not wait until tomorrow. */
const grave = ['failed', 'late', 'trial_failed', 'never'];

/** How safe the county's data is: the last backup, its trial, and whether this instance is held after a restore. */
export function Backups() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<BackupState>('/backups/state', undefined, signal),
    refetchInterval: everyMs,
  });
  return (
    <section className="sheet stack" aria-label={t('system.backups')}>
      <h2>{t('system.backups')}</h2>
      <Remote query={query}>{(state) => <State state={state} />}</Remote>
    </section>
  );
}

function State({ state }: { state: BackupState }) {
  const { t } = useTranslation();
  const { problem, lastGood, runs } = state;
  return (
    <>
      {state.held === null ? null : <Held held={state.held} />}
      {problem === null ? null : (
        <Alert
          showIcon
          type={grave.includes(problem) ? 'error' : 'warning'}
          title={t(`system.problem.${problem}`)}
          description={t(`system.advice.${problem}`)}
        />
      )}
      {lastGood === null && problem === null ? (
        <Alert showIcon type="info" title={t('system.first', { hour: state.hour })} />
      ) : null}
      <dl className="facts">
        <dt>{t('system.lastGood')}</dt>
        <dd>{lastGood === null ? t('system.none') : <Written run={lastGood} hours={state.ageHours} />}</dd>
        <dt>{t('system.trial')}</dt>
        <dd>{lastGood === null ? t('system.none') : <Trial run={lastGood} />}</dd>
        <dt>{t('system.schedule')}</dt>
        <dd>{state.scheduled ? t('system.daily', { hour: state.hour, keep: state.keep }) : t('system.unscheduled')}</dd>
        <dt>{t('system.folder')}</dt>
        <dd style={{ overflowWrap: 'anywhere' }}>{state.folder}</dd>
      </dl>
      {runs.length === 0 ? null : (
        <ul className="plain-list small" aria-label={t('system.runs')}>
          {runs.slice(0, shownRuns).map((run) => (
            <li key={run.startedAt}>
              {countyTime(run.startedAt)} · {t(`system.outcome.${run.outcome}`)}
              {run.fault === null ? '' : inBrackets(run.fault)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Written({ run, hours }: { run: BackupRun; hours: number | null }) {
  const { t } = useTranslation();
  const size = t('system.size', { megabytes: ((run.sizeBytes ?? 0) / 1_000_000).toFixed(1), files: run.files ?? 0 });
  return (
    <>
      {countyTime(run.startedAt)}
      {inBrackets(t('system.age', { count: Math.floor(hours ?? 0) }))}
      <br />
      <span className="faint small">{size}</span>
    </>
  );
}

function Trial({ run }: { run: BackupRun }) {
  const { t } = useTranslation();
  if (run.trialAt === null || run.trialOutcome === null) return t('system.notTried');
  const fault = run.trialFault === null ? '' : inBrackets(run.trialFault);
  return `${countyTime(run.trialAt)} · ${t(`system.tried.${run.trialOutcome}`)}${fault}`;
}

function Held({ held }: { held: NonNullable<BackupState['held']> }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const release = useWrite<object, unknown>({
    run: (_, idempotencyKey) => api.post('/backups/release', {}, { key: idempotencyKey }),
    said: () => t('system.released'),
    touches: [key],
    quiet: true,
  });
  const times = { restored: countyTime(held.restoredAt), taken: countyTime(held.takenAt) };
  return (
    <>
      <Alert
        showIcon
        type="warning"
        title={t('system.held')}
        description={t('system.heldNote', times)}
        action={<Button onClick={() => setAsking(true)}>{t('system.release')}</Button>}
      />
      {asking ? (
        <FormDialog
          grave
          title={t('system.release')}
          intro={t('system.releaseNote')}
          write={release}
          onClose={() => setAsking(false)}
        >
          {null}
        </FormDialog>
      ) : null}
    </>
  );
}
