import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { OutsideAddress } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { Remote } from '../shared/remote';

const touches = [['outside-addresses'], ['channels']];

/** Addresses that messages may go to: one administrator asks, one of another kind allows. */
export function Addresses() {
  const { t } = useTranslation();
  const query = useQuery(lists.addresses());
  const [asking, ask] = useState(false);
  return (
    <section className="sheet" aria-label={t('notify.addresses')}>
      <div className="spread">
        <h2>{t('notify.addresses')}</h2>
        {useMe().acts.includes('notice_address.ask') ? (
          <Button onClick={() => ask(true)}>{t('notify.newAddress')}</Button>
        ) : null}
      </div>
      <p className="soft">{t('notify.addressesNote')}</p>
      <Remote query={query} rows={3}>
        {(addresses) =>
          addresses.length === 0 ? (
            <p className="soft small">{t('notify.addressesEmpty')}</p>
          ) : (
            <ul className="plain-list task-lines">
              {addresses.map((address) => (
                <AddressLine key={address.id} address={address} />
              ))}
            </ul>
          )
        }
      </Remote>
      {asking ? <AskDialog onClose={() => ask(false)} /> : null}
    </section>
  );
}

function AddressHead({ address }: { address: OutsideAddress }) {
  const { t } = useTranslation();
  const { askedBy, decidedBy, decidedAt } = address;
  return (
    <span>
      <code>{`${address.host}:${address.port}`}</code>{' '}
      <span className="small">{t(`notify.addressState.${address.state}`)}</span>
      {address.inside ? <span className="small"> · {t('notify.insideMark')}</span> : null}
      <br />
      <span className="words">{address.reason}</span>
      <br />
      <span className="faint small">
        {t('notify.askedBy', { name: askedBy.name, at: countyTime(address.askedAt) })}
        {decidedBy === null || decidedAt === null
          ? null
          : ` · ${t('notify.decidedBy', { name: decidedBy.name, at: countyTime(decidedAt) })}`}
      </span>
    </span>
  );
}

function AddressLine({ address }: { address: OutsideAddress }) {
  const { t } = useTranslation();
  const { id, version } = address;
  const write = useWrite({
    run: (on: string, key) => api.post<void>(`/notice-addresses/${id}/${on}`, {}, { key, version }),
    said: () => t('notify.addressDone'),
    touches,
  });
  const acts = (['allow', 'refuse', 'withdraw', 'end'] as const).filter((act) => address.actions.includes(act));
  const mayAct = useMe().acts.includes('notice_address.ask');
  return (
    <li className="spread security-line">
      <AddressHead address={address} />
      <span className="row">
        {(mayAct ? acts : []).map((act) => (
          <Popconfirm
            key={act}
            title={t(`notify.addressSure.${act}`)}
            okText={t(`notify.addressAct.${act}`)}
            cancelText={t('general.cancel')}
            onConfirm={() => write.mutate(act)}
          >
            <Button type={act === 'allow' ? 'primary' : 'default'} loading={write.isPending}>
              {t(`notify.addressAct.${act}`)}
            </Button>
          </Popconfirm>
        ))}
      </span>
    </li>
  );
}

interface AskForm {
  host: string;
  port: number;
  inside: boolean;
  reason: string;
}

function AskDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: AskForm, key) =>
      api.post<{ id: string }>('/notice-addresses', { ...said, host: said.host.trim().toLowerCase() }, { key }),
    said: () => t('notify.addressAsked'),
    touches,
    quiet: true,
  });
  const needed = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  return (
    <FormDialog<AskForm, { id: string }>
      title={t('notify.newAddress')}
      initial={{ port: 443, inside: false }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="host" label={t('notify.field.url')} rules={needed(t('notify.field.url'))}>
        <Input maxLength={253} placeholder="sms.county.gov.cn" />
      </Form.Item>
      <Form.Item name="port" label={t('notify.field.port')} rules={needed(t('notify.field.port'))}>
        <InputNumber min={1} max={65535} precision={0} />
      </Form.Item>
      <Form.Item name="inside" valuePropName="checked" extra={t('notify.insideHint')}>
        <Checkbox>{t('notify.field.inside')}</Checkbox>
      </Form.Item>
      <Form.Item name="reason" label={t('notify.field.reason')} rules={needed(t('notify.field.reason'))}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
