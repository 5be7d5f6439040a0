import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { SealedBrief } from '../api/sealed-types';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { NewPassphrase } from './new-passphrase';
import { SealedBand } from './sealed-band';
import { useSealedWrite } from './use-sealed-write';

/** The sealed plans in which the reader is named: without a passphrase not even their names. */
export function SealedPlansPage() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [starting, start] = useState(false);
  const query = useInfiniteQuery(lists.sealedPlans());
  return (
    <SealedBand>
      <PageHead
        title={t('sealed.title')}
        sub={t('sealed.note')}
        acts={
          acts.includes('sealed.start') ? (
            <Button type="primary" onClick={() => start(true)}>
              {t('sealed.start')}
            </Button>
          ) : undefined
        }
      />
      <RemotePages query={query} empty={t('sealed.empty')} rows={3}>
        {(items) => (
          <ul className="plain-list cards">
            {items.map((one) => (
              <Card key={one.id} sealed={one} />
            ))}
          </ul>
        )}
      </RemotePages>
      {starting ? <StartDialog onClose={() => start(false)} /> : null}
    </SealedBand>
  );
}

function Card({ sealed }: { sealed: SealedBrief }) {
  const { t } = useTranslation();
  const { id, capacity, joined, startedAt, releasedAt, endedAt, askedUntil } = sealed;
  const stands =
    releasedAt !== null
      ? t('sealed.releasedAt', { at: countyTime(releasedAt) })
      : endedAt !== null
        ? t('sealed.endedAt', { at: countyTime(endedAt) })
        : joined
          ? t('sealed.closed')
          : t('sealed.toJoin');
  return (
    <li className="card">
      <span className="spread">
        <Link className="underlined" to="/sealed/$id" params={{ id }}>
          <b>{t('sealed.startedAt', { at: countyTime(startedAt) })}</b>
        </Link>
        <b className="soft">{stands}</b>
      </span>
      <span className="soft small">{nameOf('sealed.capacity', capacity)}</span>
      {askedUntil === null ? null : (
        <b className="sealed-alarm">{t('sealed.asked', { until: countyTime(askedUntil).slice(11) })}</b>
      )}
    </li>
  );
}

interface Started {
  name: string;
  least: number;
  shares: number;
  passphrase: string;
  again: string;
}

function StartDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const navigate = useNavigate();
  const write = useSealedWrite({
    run: ({ name, least, shares, passphrase }: Started) =>
      api.post<{ id: string }>('/sealed-inspections', { name: name.trim(), least, shares, passphrase }),
    said: () => t('sealed.started'),
    quiet: true,
  });
  return (
    <FormDialog<Started, { id: string }>
      title={t('sealed.start')}
      intro={<p className="dialog-intro">{t('sealed.startNote')}</p>}
      initial={{ least: 2, shares: 3 }}
      write={write}
      onClose={onClose}
      onDone={({ id }) => void navigate({ to: '/sealed/$id', params: { id } })}
    >
      <Form.Item name="name" label={t('sealed.name')} rules={required(t('sealed.name'))}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="least"
        label={t('sealed.least')}
        extra={t('sealed.leastNote')}
        rules={required(t('sealed.least'))}
      >
        <InputNumber min={2} max={10} precision={0} />
      </Form.Item>
      <Form.Item name="shares" label={t('sealed.shares')} rules={required(t('sealed.shares'))}>
        <InputNumber min={2} max={20} precision={0} />
      </Form.Item>
      <NewPassphrase name="passphrase" label={t('sealed.ownPassphrase')} />
    </FormDialog>
  );
}
