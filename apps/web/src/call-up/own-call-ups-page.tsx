import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { CallUp } from '../api/inspector-types';
import { lists } from '../api/lists';
import { useWrite } from '../api/write';
import { EmptyBlock } from '../shared/blocks';
import { countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';

/** For what I am called up: when, where, how long, what to bring. Not what for, and not who else. */
export function OwnCallUpsPage() {
  const { t } = useTranslation();
  const query = useQuery(lists.callUps());
  return (
    <>
      <PageHead title={t('callUp.title')} sub={t('callUp.note')} />
      <Remote query={query} rows={3}>
        {(calls) =>
          calls.length === 0 ? (
            <EmptyBlock words={t('callUp.empty')} />
          ) : (
            <ul className="plain-list cards">
              {calls.map((one) => (
                <OwnCallUp key={one.id} call={one} />
              ))}
            </ul>
          )
        }
      </Remote>
    </>
  );
}

function OwnCallUp({ call }: { call: CallUp }) {
  const { t } = useTranslation();
  const { id, startsAt, place, lasts, bring, words, acknowledgedAt, withdrawn } = call;
  const facts = [
    [t('callUp.startsAt'), countyTime(startsAt)],
    [t('callUp.place'), place],
    [t('callUp.lasts'), lasts],
    ...(bring === null ? [] : [[t('callUp.bring'), bring]]),
    ...(words === null ? [] : [[t('callUp.words'), words]]),
  ];
  return (
    <li className="card">
      {withdrawn ? <b>{t('callUp.withdrawn')}</b> : null}
      <dl className="call-up-words">
        {facts.map(([label, value]) => (
          <Fragment key={label}>
            <dt className="soft">{label}</dt>
            <dd>{withdrawn ? <s>{value}</s> : <b>{value}</b>}</dd>
          </Fragment>
        ))}
      </dl>
      {withdrawn ? null : acknowledgedAt === null ? (
        <Acknowledge id={id} />
      ) : (
        <span className="soft">{t('callUp.acknowledgedAt', { at: countyTime(acknowledgedAt) })}</span>
      )}
    </li>
  );
}

function Acknowledge({ id }: { id: string }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (_: undefined, key: string) => api.post<null>(`/call-ups/${id}/acknowledge`, {}, { key }),
    said: () => t('callUp.acknowledged'),
    touches: [['call-ups']],
  });
  return (
    <Button
      className="call-up-yes"
      type="primary"
      size="large"
      loading={write.isPending}
      onClick={() => write.mutate(undefined)}
    >
      {t('callUp.acknowledge')}
    </Button>
  );
}
