import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Delivery } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { RemotePages } from '../shared/remote';

const states = ['gathering', 'waiting', 'sending', 'sent', 'parked', 'dropped'] as const;

/** What became of messages, the latest first; parked ones can be sent again. */
export function Deliveries() {
  const { t } = useTranslation();
  const [state, setState] = useState('');
  const query = useInfiniteQuery(lists.deliveries({ state: state || undefined }));
  return (
    <section className="sheet" aria-label={t('notify.deliveries')}>
      <div className="spread">
        <h2>{t('notify.deliveries')}</h2>
        <Select
          aria-label={t('notify.anyState')}
          className="topic-filter"
          value={state}
          onChange={setState}
          options={[
            { value: '', label: t('notify.anyState') },
            ...states.map((one) => ({ value: one, label: t(`notify.deliveryState.${one}`) })),
          ]}
        />
      </div>
      <RemotePages query={query} empty={t('notify.deliveriesEmpty')} rows={3}>
        {(items) => (
          <ul className="plain-list task-lines">
            {items.map((delivery) => (
              <DeliveryLine key={delivery.id} delivery={delivery} />
            ))}
          </ul>
        )}
      </RemotePages>
    </section>
  );
}

function DeliveryLine({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const { id, version, state, channel, person, endedAt, answerCode } = delivery;
  const again = useWrite({
    run: (_: undefined, key) => api.post<void>(`/notice-deliveries/${id}/retry`, {}, { key, version }),
    said: () => t('notify.retried'),
    touches: [['deliveries']],
  });
  const may = useMe().acts.includes('notice_channel.keep');
  return (
    <li className="spread security-line">
      <span>
        <b>{channel.name}</b> {person?.name ?? t('notify.toGroup')}{' '}
        <span className={state === 'parked' ? 'late' : 'small'}>{t(`notify.deliveryState.${state}`)}</span>
        {delivery.test ? <span className="small"> · {t('notify.testMark')}</span> : null}
        <br />
        <span className="faint small">
          {t('notify.deliveryOf', { count: delivery.notices, tries: delivery.tries })}
          {answerCode === null ? null : ` · ${t('notify.answer', { code: answerCode })}`}
          {' · '}
          {endedAt === null
            ? t('notify.sendsAt', { at: countyTime(delivery.sendAt) })
            : t('notify.endedAt', { at: countyTime(endedAt) })}
        </span>
      </span>
      {may && state === 'parked' ? (
        <Button loading={again.isPending} onClick={() => again.mutate(undefined)}>
          {t('notify.retry')}
        </Button>
      ) : null}
    </li>
  );
}
