import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { records } from '../api/records';
import { AskExtension } from './ask-extension';
import { DisputeLine } from './dispute-line';
import { ExtensionLine } from './extension-line';
import { RaiseDispute } from './raise-dispute';

/** What a unit may ask for besides doing the work: more time, or that the share is another’s; nothing where neither is possible. */
export function RequestButtons({ taskId }: { taskId: string }) {
  const extensions = useQuery(records.extensions(taskId)).data;
  const disputes = useQuery(records.disputes(taskId)).data;
  if (extensions === undefined || disputes === undefined) return null;
  const waits = extensions.extensions.some(({ state }) => state === 'asked');
  const rooms = waits ? [] : extensions.rooms.filter(({ refusal }) => refusal === null);
  const shares = disputes.rooms.filter(({ refusal }) => refusal === null);
  return (
    <>
      {rooms.map((room) => (
        <AskExtension key={room.assignmentId} room={room} now={extensions.now} named={rooms.length > 1} />
      ))}
      {shares.map((room) => (
        <RaiseDispute key={room.assignmentId} room={room} named={shares.length > 1} />
      ))}
    </>
  );
}

/** More time and disputes on a task’s page; shown once there is something to see or to do. */
export function RequestsSection({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const extensions = useQuery(records.extensions(taskId)).data;
  const disputes = useQuery(records.disputes(taskId)).data;
  if (extensions === undefined || disputes === undefined) return null;
  const waits = extensions.extensions.some(({ state }) => state === 'asked');
  const rooms = waits ? [] : extensions.rooms;
  const nothing = [extensions.extensions, disputes.disputes, rooms, disputes.rooms].every(({ length }) => length === 0);
  if (nothing) return null;
  return (
    <section className="sheet" aria-label={t('request.title')}>
      <div className="spread">
        <h2>{t('request.title')}</h2>
        <span className="row">
          {rooms.map((room) => (
            <AskExtension key={room.assignmentId} room={room} now={extensions.now} named={rooms.length > 1} />
          ))}
          {disputes.rooms.map((room) => (
            <RaiseDispute key={room.assignmentId} room={room} named={disputes.rooms.length > 1} />
          ))}
        </span>
      </div>
      <ul className="plain-list requests">
        {disputes.disputes.map((one) => (
          <li key={one.id}>
            <DisputeLine one={one} />
          </li>
        ))}
        {extensions.extensions.map((one) => (
          <li key={one.id}>
            <ExtensionLine one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
