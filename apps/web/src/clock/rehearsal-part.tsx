import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { records } from '../api/records';
import type { ClockView, Rehearsal } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { Remote } from '../shared/remote';

interface PartProps {
  taskId: string;
  /** Those that are open. */
  clocks: readonly ClockView[];
}

/** What will be sent to whom and when if nothing is done; read when it is asked for. */
export function RehearsalPart({ taskId, clocks }: PartProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="rehearsal">
      <Button aria-expanded={open} aria-controls="rehearsal" onClick={() => setOpen(!open)}>
        {t('clock.rehearse')}
      </Button>
      <div id="rehearsal">{open ? <Lines taskId={taskId} clocks={clocks} /> : null}</div>
    </div>
  );
}

function Lines({ taskId, clocks }: PartProps) {
  const { t } = useTranslation();
  const query = useQuery(records.rehearsal(taskId));
  const unitOf = new Map(clocks.map(({ id, unit }) => [id, unit?.shortName]));
  return (
    <Remote query={query} rows={3}>
      {({ notices }) =>
        notices.length === 0 ? (
          <p className="soft">{t('clock.rehearsalNone')}</p>
        ) : (
          <>
            <h3>{t('clock.rehearsal')}</h3>
            <p className="small faint">{t('clock.rehearsalNote')}</p>
            <ol className="timeline plain-list">
              {notices.map((notice) => (
                <Line key={`${notice.clockId} ${notice.at}`} notice={notice} unit={unitOf.get(notice.clockId)} />
              ))}
            </ol>
          </>
        )
      }
    </Remote>
  );
}

function Line({ notice, unit }: { notice: Rehearsal['notices'][number]; unit: string | undefined }) {
  const { t } = useTranslation();
  const { at, kind, action, units, people, vacant } = notice;
  const hearers = [
    ...units.map((one) => t('clock.liaisonOf', { unit: one.shortName })),
    ...people.map(({ name }) => name),
  ];
  const posts = vacant.map((post) => nameOf('clock.post', post)).join(t('general.comma'));
  return (
    <li>
      <time dateTime={at}>{countyTime(at)}</time>
      <b>{t(`clock.action.${action}`)}</b>
      <span className="soft">{` · ${[t(`clock.kind.${kind}`), unit].filter((part) => part !== undefined).join(' · ')}`}</span>
      <p>
        {t('clock.to')}
        {t('general.colon')}
        {hearers.length === 0 ? t('clock.toNobody') : hearers.join(t('general.comma'))}
      </p>
      {posts === '' ? null : (
        <p className="vacant">
          <span aria-hidden="true">⚠ </span>
          {t('clock.vacant', { posts })}
        </p>
      )}
    </li>
  );
}
