import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { Calendar, YearRevision } from '../api/types';
import { countyTime } from '../shared/county-time';
import { Remote } from '../shared/remote';
import { stretchesOf } from './days';

/** What was published for a year: who, when, from where; every former text can be read. */
export function Revisions({ calendar, year }: { calendar: Calendar; year: number }) {
  const { t } = useTranslation();
  const query = useQuery(lists.yearRevisions(calendar.id, year));
  return (
    <section className="sheet no-print">
      <h2>{t('calendar.revisions')}</h2>
      <Remote query={query} rows={3}>
        {(revisions) =>
          revisions.length === 0 ? (
            <p className="soft">{t('calendar.revisionsNone')}</p>
          ) : (
            <ol className="plain-list">
              {revisions.map((one, at) => (
                <Line key={one.revision} calendar={calendar} year={year} one={one} inForce={at === 0} />
              ))}
            </ol>
          )
        }
      </Remote>
    </section>
  );
}

interface LineProps {
  calendar: Calendar;
  year: number;
  one: YearRevision;
  inForce: boolean;
}

function Line({ calendar, year, one, inForce }: LineProps) {
  const { t } = useTranslation();
  const [open, show] = useState(false);
  const { revision, off, working, origin, madeBy, madeAt, addresses, digest } = one;
  const at = countyTime(madeAt);
  return (
    <li className="revision-line">
      <div className="spread">
        <b>
          {t('calendar.revision', { revision })} {inForce ? <Tag>{t('calendar.inForce')}</Tag> : null}
        </b>
        <Button size="small" aria-expanded={open} onClick={() => show(!open)}>
          {t('calendar.showDays')}
        </Button>
      </div>
      <p>
        {t('calendar.counts', { off, working })} · {t(`calendar.origin.${origin}`)} ·{' '}
        {madeBy !== null
          ? t('calendar.madeBy', { name: madeBy.name, at })
          : t(origin === 'shipped' ? 'calendar.byProduct' : 'calendar.byOperator', { at })}
      </p>
      {addresses.map((address) => (
        <p key={address} className="small" style={{ overflowWrap: 'anywhere' }}>
          <a href={address} target="_blank" rel="noreferrer noopener">
            {address}
          </a>
        </p>
      ))}
      <p className="faint small">
        <code>{t('calendar.digest', { digest: digest.slice(0, 16) })}</code>
      </p>
      {open ? <Days calendar={calendar} year={year} revision={revision} /> : null}
    </li>
  );
}

function Days({ calendar, year, revision }: { calendar: Calendar; year: number; revision: number }) {
  const { t } = useTranslation();
  const query = useQuery(lists.yearRevision(calendar.id, year, revision));
  return (
    <Remote query={query} rows={4}>
      {({ days }) => (
        <ul className="plain-list set-list">
          {stretchesOf([...days].sort((a, b) => a.day.localeCompare(b.day))).map(({ name, working, first, last }) => (
            <li key={first}>
              {first === last ? first : `${first} — ${last.slice(5)}`} {name}{' '}
              <b>{t(working ? 'calendar.legendWorking' : 'calendar.legendOff')}</b>
            </li>
          ))}
        </ul>
      )}
    </Remote>
  );
}
