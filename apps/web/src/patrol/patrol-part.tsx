import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Patrol } from '../api/field-types';
import type { Inspection } from '../api/types';
import { EmptyBlock } from '../shared/blocks';
import { Remote } from '../shared/remote';
import { LogDialog, RosterDialog } from './patrol-dialogs';
import { semicolon } from '../i18n/punctuation';

/** The roster of a standing patrol by weeks, with what each day brought and what the groups say of it. */
export function PatrolPart({ inspection: { id } }: { inspection: Inspection }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [from, show] = useState<string>();
  const [dialog, open] = useState<'roster' | 'log' | null>(null);
  const query = useQuery(lists.patrol(id, from));
  const onClose = () => open(null);
  return (
    <section className="stack inspection-part" aria-label={t('patrol.title')}>
      <h2>{t('patrol.title')}</h2>
      <p className="soft">{t('patrol.note')}</p>
      <span className="row">
        {acts.includes('inspection.plan') ? <Button onClick={() => open('roster')}>{t('patrol.make')}</Button> : null}
        {acts.includes('inspection.lead') ? <Button onClick={() => open('log')}>{t('patrol.log')}</Button> : null}
      </span>
      <Remote query={query}>{(patrol) => <Week patrol={patrol} show={show} />}</Remote>
      {dialog === 'roster' ? <RosterDialog inspectionId={id} onClose={onClose} /> : null}
      {dialog === 'log' ? <LogDialog inspectionId={id} onClose={onClose} /> : null}
    </section>
  );
}

const daysLater = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);

function Week({ patrol, show }: { patrol: Patrol; show: (from: string) => void }) {
  const { t } = useTranslation();
  const { from, to, days, often, perMonth } = patrol;
  return (
    <>
      {often.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('patrol.often')}
          description={often
            .map(({ unit, days: n }) => t('patrol.oftenOf', { unit: unit.shortName, days: n, perMonth }))
            .join(semicolon())}
        />
      )}
      <span className="row">
        <Button onClick={() => show(daysLater(from, -7))}>{t('patrol.previous')}</Button>
        <span className="nobreak">
          {from} — {to}
        </span>
        <Button onClick={() => show(daysLater(from, 7))}>{t('patrol.next')}</Button>
      </span>
      {days.length === 0 ? <EmptyBlock words={t('patrol.empty')} /> : null}
      <ol className="plain-list cards">
        {days.map((day) => (
          <PatrolDay key={day.on} day={day} />
        ))}
      </ol>
    </>
  );
}

function PatrolDay({ day: { on, turns, logs } }: { day: Patrol['days'][number] }) {
  const { t } = useTranslation();
  return (
    <li className="card">
      <b>{on}</b>
      <ul className="plain-list patrol-turns">
        {turns.map(({ unit, group, visits, findings }) => (
          <li key={unit.id}>
            <span>{unit.shortName}</span>
            <b className={group === null ? 'grave' : undefined}>
              {group === null ? t('patrol.nobody') : t('patrol.group', { group })}
            </b>
            <span className="soft small">
              {visits + findings === 0 ? null : t('patrol.brought', { visits, findings })}
            </span>
          </li>
        ))}
      </ul>
      {logs.map(({ group, words, writtenBy }) => (
        <p key={group} className="words">
          <b>{t('patrol.logOf', { group, name: writtenBy })}</b>
          {t('general.colon')}
          {words}
        </p>
      ))}
    </li>
  );
}
