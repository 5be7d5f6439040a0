import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Purge } from '../api/types';
import { useWrite } from '../api/write';
import { countyDay, countyTime } from '../shared/county-time';
import { RefuseDialog } from '../shared/refuse-dialog';

const touches = [['purges'], ['personal-data']];

/** One purge: how much, since when, who asked and decided. Never whose data. */
export function PurgeLine({ purge }: { purge: Purge }) {
  const { t } = useTranslation();
  const { state, parts, proposedAt, askedBy, askedAt, decidedBy, decidedAt, words } = purge;
  return (
    <li className="spread security-line">
      <span>
        <b>{t(`personal.state.${state}`)}</b>
        {parts.map(({ part, before, matters, purged, removed }) => (
          <span key={part} className="block">
            {t('personal.partLine', { part: t(`personal.parts.${part}`), day: countyDay(before), count: matters })}
            {state === 'done' ? ` · ${t('personal.partDone', { purged, removed })}` : null}
          </span>
        ))}
        <span className="faint small block">
          {t('personal.proposedAt', { at: countyTime(proposedAt) })}
          {askedBy === null || askedAt === null
            ? null
            : ` · ${t('personal.askedBy', { name: askedBy.name, at: countyTime(askedAt) })}`}
          {decidedBy === null || decidedAt === null
            ? null
            : ` · ${t('personal.decidedBy', { name: decidedBy.name, at: countyTime(decidedAt) })}`}
          {words === null ? null : ` · ${words}`}
        </span>
      </span>
      <Acts purge={purge} />
    </li>
  );
}

function Acts({ purge: { id, version, actions } }: { purge: Purge }) {
  const { t } = useTranslation();
  const [refusing, refuse] = useState(false);
  const move = useWrite({
    run: (on: 'ask' | 'approve', key) => api.post<Purge>(`/purges/${id}/${on}`, {}, { key, version }),
    said: () => t('personal.moved'),
    touches,
  });
  return (
    <span className="row">
      {actions.includes('ask') ? (
        <Button type="primary" loading={move.isPending} onClick={() => move.mutate('ask')}>
          {t('personal.ask')}
        </Button>
      ) : null}
      {actions.includes('approve') ? (
        <Popconfirm
          title={t('personal.approveAsk')}
          okText={t('personal.approve')}
          cancelText={t('general.cancel')}
          onConfirm={() => move.mutate('approve')}
        >
          <Button danger loading={move.isPending}>
            {t('personal.approve')}
          </Button>
        </Popconfirm>
      ) : null}
      {actions.includes('refuse') ? <Button onClick={() => refuse(true)}>{t('personal.refuse')}</Button> : null}
      {refusing ? (
        <RefuseDialog
          {...{ path: `/purges/${id}`, version, touches }}
          title={t('personal.refuse')}
          what={t('task.field.reason')}
          said={t('personal.moved')}
          onClose={() => refuse(false)}
        />
      ) : null}
    </span>
  );
}
