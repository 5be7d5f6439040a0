import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { ParkedJob, QueuesState, WaitingRows } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { Remote } from '../shared/remote';

const key = ['queues'];
const everyMs = 10_000;
const states = ['waiting', 'active', 'delayed', 'waitingChildren', 'parked'] as const;

/** What waits in the queues and before them, and the jobs that were given up. */
export function Queues() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<QueuesState>('/queues', undefined, signal),
    refetchInterval: everyMs,
  });
  return (
    <section className="sheet stack">
      <h2>{t('system.queues')}</h2>
      <Remote query={query}>{(state) => <State state={state} />}</Remote>
      <a href="/queues">{t('shell.queues')}</a>
    </section>
  );
}

function State({ state: { queues, parked, outbox, unlinked, sweeps, versions } }: { state: QueuesState }) {
  const { t } = useTranslation();
  return (
    <>
      <QueueTable queues={queues} />
      <dl className="facts">
        <dt>{t('system.outbox')}</dt>
        <dd>{waiting(outbox, t)}</dd>
        <dt>{t('system.unlinked')}</dt>
        <dd>{waiting(unlinked, t)}</dd>
        <dt>{t('system.versions')}</dt>
        <dd>
          Node {versions.node} · PostgreSQL {versions.postgres}
        </dd>
      </dl>
      <Sweeps sweeps={sweeps} />
      <h3>{t('system.parked')}</h3>
      {parked.length === 0 ? <p className="faint">{t('system.noneParked')}</p> : null}
      <ul className="plain-list">
        {parked.map((job) => (
          <Parked key={`${job.name} ${job.key}`} job={job} />
        ))}
      </ul>
    </>
  );
}

function QueueTable({ queues }: Pick<QueuesState, 'queues'>) {
  const { t } = useTranslation();
  return (
    <div className="table-scroll" role="region" aria-label={t('system.queues')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('system.queue')}</th>
            {states.map((state) => (
              <th key={state} scope="col">
                {t(`system.queueState.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <tr key={queue.name}>
              <th scope="row">{t(`system.haste.${queue.name}`)}</th>
              {states.map((state) => (
                <td key={state}>{queue[state]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Longer than any sweep waits between two turns, but for those that look once an hour. */
const lateSeconds = 2 * 3600;

function Sweeps({ sweeps }: Pick<QueuesState, 'sweeps'>) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('system.sweeps')}</h3>
      <div className="table-scroll" role="region" aria-label={t('system.sweeps')} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('system.sweep')}</th>
              <th scope="col">{t('system.sweptAt')}</th>
              <th scope="col">{t('system.sweptBy')}</th>
            </tr>
          </thead>
          <tbody>
            {sweeps.map(({ name, ranAt, agoSeconds, failed, processes }) => (
              <tr key={name}>
                <th scope="row">{nameOf('system.sweepNames', name.replaceAll(' ', '_'))}</th>
                <td>
                  {countyTime(ranAt)} {failed ? <b className="late">{t('system.sweepFailed')}</b> : null}
                  {agoSeconds > lateSeconds ? <b className="late">{t('system.sweepLate')}</b> : null}
                </td>
                <td>{processes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function waiting({ rows, oldestSeconds }: WaitingRows, t: TFunction): string {
  if (rows === 0 || oldestSeconds === null) return t('system.nothingWaits');
  return t('system.waits', { rows, seconds: Math.ceil(oldestSeconds) });
}

function Parked({ job }: { job: ParkedJob }) {
  const { t } = useTranslation();
  const { name, key: jobKey, ids, error, attempts, parkedAt } = job;
  const settle = useWrite({
    run: (on: 'retry' | 'drop', writeKey) =>
      api.post<QueuesState>(`/queues/parked/${on}`, { name, key: jobKey }, { key: writeKey }),
    said: () => t('system.settled'),
    touches: [key],
  });
  return (
    <li className="spread security-line">
      <span>
        <b>{name}</b> <code>{error}</code>
        <span className="faint small block" style={{ overflowWrap: 'anywhere' }}>
          {t('system.parkedAt', { at: countyTime(parkedAt), attempts })}
          {Object.entries(ids).map(([field, value]) => ` · ${field} ${value}`)}
        </span>
      </span>
      <span className="row">
        <Button loading={settle.isPending} onClick={() => settle.mutate('retry')}>
          {t('system.retry')}
        </Button>
        <Popconfirm
          title={t('system.dropAsk')}
          okText={t('system.drop')}
          cancelText={t('general.cancel')}
          onConfirm={() => settle.mutate('drop')}
        >
          <Button danger loading={settle.isPending}>
            {t('system.drop')}
          </Button>
        </Popconfirm>
      </span>
    </li>
  );
}
