import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countyTime } from '../shared/county-time';
import { EmptyBlock } from '../shared/blocks';
import { PageHead } from '../shared/page-head';
import { CallDialog } from './call-dialog';
import { CalledLine } from './called-line';
import { CustodyTable } from './custody-table';
import { type Opened, PassphraseGate } from './passphrase-gate';
import './call-up.css';

/** Who is called up for a sealed plan, for its named persons. */
export function CallUpsPage() {
  const { id } = useParams({ from: '/inside/sealed/$id/call-ups' });
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('callUp.listTitle')} sub={t('callUp.listNote')} />
      <PassphraseGate id={id}>{(opened) => <People opened={opened} />}</PassphraseGate>
    </>
  );
}

function People({ opened }: { opened: Opened }) {
  const { t } = useTranslation();
  const [calling, call] = useState(false);
  const { orders, people, name } = opened.list;
  const wanted = people.filter(({ withdrawnAt }) => withdrawnAt === null);
  const silent = wanted.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  const held = wanted.filter(({ phone }) => phone !== null && phone.returned === null);
  return (
    <>
      <div className="spread no-print">
        <p>
          <b>{name}</b>{' '}
          <span className="soft">
            {t('callUp.counts', {
              called: wanted.length,
              silent: silent.length,
              arrived: wanted.filter(({ arrivedAt }) => arrivedAt !== null).length,
              held: held.length,
            })}
          </span>
        </p>
        <div className="row">
          <Button onClick={() => window.print()}>{t('callUp.printCustody')}</Button>
          <Button type="primary" onClick={() => call(true)}>
            {t('callUp.call')}
          </Button>
        </div>
      </div>
      {orders.map((order) => (
        <p key={order.id} className="soft small">
          {t('callUp.orderLine', {
            at: countyTime(order.startsAt),
            place: order.place,
            lasts: order.lasts,
            by: order.calledBy,
          })}
        </p>
      ))}
      {people.length === 0 ? <EmptyBlock words={t('callUp.nobody')} /> : null}
      <ul className="plain-list task-lines no-print">
        {people.map((person) => (
          <CalledLine key={person.id} opened={opened} person={person} />
        ))}
      </ul>
      <CustodyTable people={people} />
      {calling ? <CallDialog opened={opened} onClose={() => call(false)} /> : null}
    </>
  );
}
