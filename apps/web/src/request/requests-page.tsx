import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { DisputeFigures } from './dispute-figures';
import { DisputeLine } from './dispute-line';
import { DutyProposals } from './duty-proposals';
import { ExtensionLine } from './extension-line';

/** What waits for a decision or a ruling, and what disputes came to. */
export function RequestsPage() {
  const { t } = useTranslation();
  const { acts } = useMe();
  return (
    <>
      <PageHead title={t('request.title')} sub={t('request.pageNote')} />
      <div className="stack">
        <ExtensionsWaiting />
        <DisputesWaiting />
        {acts.includes('duty.keep') ? <DutyProposals /> : null}
        {acts.includes('dispute.measure') ? <DisputeFigures /> : null}
      </div>
    </>
  );
}

function ExtensionsWaiting() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.extensions());
  return (
    <section aria-labelledby="extensions-waiting">
      <h2 id="extensions-waiting">{t('request.extensionsWaiting')}</h2>
      <RemotePages query={query} empty={t('request.noExtensions')} rows={3}>
        {(items) => (
          <ul className="plain-list cards">
            {items.map((one) => (
              <li key={one.id} className="card">
                <TaskLink id={one.taskId} title={one.taskTitle} />
                <ExtensionLine one={one} />
              </li>
            ))}
          </ul>
        )}
      </RemotePages>
    </section>
  );
}

function DisputesWaiting() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.disputes());
  return (
    <section aria-labelledby="disputes-waiting">
      <h2 id="disputes-waiting">{t('request.disputesWaiting')}</h2>
      <RemotePages query={query} empty={t('request.noDisputes')} rows={3}>
        {(items) => (
          <ul className="plain-list cards">
            {items.map((one) => (
              <li key={one.id} className="card">
                {one.readable ? <TaskLink id={one.taskId} title={one.taskTitle} /> : <b>{one.taskTitle}</b>}
                <DisputeLine one={one} />
              </li>
            ))}
          </ul>
        )}
      </RemotePages>
    </section>
  );
}

function TaskLink({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation();
  return (
    <Link to="/tasks/$id" params={{ id }}>
      <b>{title === '' ? t('task.untitled') : title}</b>
    </Link>
  );
}
