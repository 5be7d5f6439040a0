import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { PageHead } from '../shared/page-head';
import { Backups } from './backups';
import { Queues } from './queues';

const everyMs = 10_000;

/** How the system runs, for its administrators; no business content. */
export function SystemPage() {
  const { t } = useTranslation();
  const { acts } = useMe();
  return (
    <>
      <PageHead title={t('shell.navSystem')} sub={t('shell.systemNote')} />
      <div className="stack" style={{ maxWidth: 640 }}>
        <section className="sheet stack">
          <h2>{t('shell.health')}</h2>
          <dl className="facts">
            <Health name={t('shell.live')} path="/livez" />
            <Health name={t('shell.ready')} path="/readyz" />
          </dl>
          <a href="/api/docs">{t('shell.navApi')}</a>
        </section>
        {acts.includes('health.read') ? <Backups /> : null}
        {acts.includes('queue.manage') ? <Queues /> : null}
      </div>
    </>
  );
}

function Health({ name, path }: { name: string; path: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['health', path], queryFn: () => isWell(path), refetchInterval: everyMs });
  return (
    <>
      <dt>{name}</dt>
      <dd>{data === undefined ? '…' : data ? `✓ ${t('shell.healthy')}` : `✗ ${t('shell.unhealthy')}`}</dd>
    </>
  );
}

async function isWell(path: string): Promise<boolean> {
  try {
    return (await fetch(path, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
