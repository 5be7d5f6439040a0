import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Privacy } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyDay } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { Remote, RemotePages } from '../shared/remote';
import { PurgeLine } from './purge-line';
import { RulesDialog } from './rules-dialog';

/** What is held of people, how long, and what is past its time. */
export function PrivacyPage() {
  const { t } = useTranslation();
  const query = useQuery(lists.privacy());
  const purges = useInfiniteQuery(lists.purges());
  return (
    <>
      <PageHead title={t('personal.title')} sub={t('personal.note')} />
      <div className="stack">
        <section className="sheet">
          <h2>{t('personal.purges')}</h2>
          <p className="soft">{t('personal.purgesNote')}</p>
          <RemotePages query={purges} empty={t('personal.purgesEmpty')} rows={3}>
            {(items) => (
              <ul className="plain-list task-lines">
                {items.map((purge) => (
                  <PurgeLine key={purge.id} purge={purge} />
                ))}
              </ul>
            )}
          </RemotePages>
        </section>
        <Remote query={query} rows={8}>
          {(data) => (
            <>
              <Periods data={data} />
              <Fields data={data} />
            </>
          )}
        </Remote>
      </div>
    </>
  );
}

function Periods({ data }: { data: Privacy }) {
  const { t } = useTranslation();
  const [setting, set] = useState(false);
  const maySet = useMe().acts.includes('personal_data.set');
  return (
    <section className="sheet">
      <span className="spread">
        <h2>{t('personal.periods')}</h2>
        {maySet ? <Button onClick={() => set(true)}>{t('personal.set')}</Button> : null}
      </span>
      <dl className="facts">
        {data.retention.flatMap(({ part, months, least, most }) => [
          <dt key={part}>{t(`personal.parts.${part}`)}</dt>,
          <dd key={`${part}-months`}>
            {t('personal.months', { count: months })}{' '}
            <span className="faint">{t('personal.limits', { least, most })}</span>
          </dd>,
        ])}
        <dt>{t('personal.cap')}</dt>
        <dd>{t('personal.capOf', { count: data.unmaskDailyCap })}</dd>
        <dt>{t('personal.held')}</dt>
        <dd>{t('personal.heldOf', { count: data.held })}</dd>
      </dl>
      <p className="soft small">
        {data.oldestBackupAt === null
          ? t('personal.backupsNone')
          : t('personal.backups', { at: countyDay(data.oldestBackupAt) })}
      </p>
      {setting ? <RulesDialog data={data} onClose={() => set(false)} /> : null}
    </section>
  );
}

function Fields({ data: { fields } }: { data: Privacy }) {
  const { t } = useTranslation();
  const heads = ['field', 'class', 'purpose', 'end'] as const;
  return (
    <section className="sheet">
      <h2>{t('personal.fields')}</h2>
      <div className="wide" role="region" aria-label={t('personal.fields')} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`personal.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ table, column, class: level, purpose, part }) => (
              <tr key={`${table}.${column}`}>
                <th scope="row">
                  {nameOf('personal.record', table)} · {nameOf('personal.column', column)}
                </th>
                <td>{t(`personal.class.${level}`)}</td>
                <td>{t(`personal.purpose.${purpose}`)}</td>
                <td>{part === null ? t('personal.withRecord') : t(`personal.parts.${part}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
