import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { records } from '../api/records';
import type { TimelineEntry } from '../api/types';
import { firedClock } from '../clock/clock-words';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { RemotePages } from '../shared/remote';

/** Every act on the task, newest first, from the audit chain. */
export function Timeline({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(records.timeline(taskId));
  return (
    <section className="sheet">
      <h2>{t('task.timeline')}</h2>
      <RemotePages query={query} empty="—" rows={6}>
        {(entries) => (
          <ol className="timeline plain-list">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </RemotePages>
    </section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const name =
    entry.person !== null && entry.inNameOf !== null
      ? t('people.forWhom', { who: entry.person.name, giver: entry.inNameOf.name })
      : entry.person?.name;
  const machine = 'viaToken' in entry.facts ? t('task.byToken') : undefined;
  const who = [name, entry.unit, machine, firedClock(entry)]
    .filter((part) => part !== undefined && part !== null)
    .join(' · ');
  return (
    <li>
      <b>{nameOf('words.act', entry.act)}</b>
      <span className="soft small"> {who}</span>
      <time className="faint small" dateTime={entry.at}>
        {countyTime(entry.at)}
      </time>
      {entry.words === null ? null : <p className="words soft small">{entry.words}</p>}
    </li>
  );
}
