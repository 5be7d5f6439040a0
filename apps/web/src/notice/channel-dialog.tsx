import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Channel } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { UnitPicker } from '../shared/pickers';

type Kind = Channel['kind'];
const kinds: readonly Kind[] = ['mail', 'sms', 'wecom', 'dingtalk', 'feishu', 'webhook'];

interface ChannelForm {
  kind: Kind;
  name: string;
  unitId?: string | null;
  enabled: boolean;
  language: 'zh' | 'en';
  url?: string;
  host?: string;
  port?: number;
  scheme?: string;
  key?: string;
  user?: string;
  password?: string;
  from?: string;
  recipientDomains?: string[];
  phoneField?: string;
  textField?: string;
  keyField?: string;
}

/** Enters a channel or changes one; credentials that are left empty stay as they are. */
export function ChannelDialog({ channel, onClose }: { channel?: Channel; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: ChannelForm, key) =>
      channel === undefined
        ? api.post<Channel>('/notice-channels', spoken(said), { key })
        : api.put<Channel>(`/notice-channels/${channel.id}`, spoken(said), channel.version),
    said: () => t('notify.channelSaved'),
    touches: [['channels'], ['notice-rules']],
    quiet: true,
  });
  return (
    <FormDialog<ChannelForm, Channel>
      title={channel === undefined ? t('notify.newChannel') : `${t('notify.edit')} · ${channel.name}`}
      okText={t('notify.save')}
      initial={
        channel === undefined
          ? { kind: 'mail', language: 'zh', enabled: false, port: 465, scheme: 'smtps' }
          : formOf(channel)
      }
      write={write}
      onClose={onClose}
    >
      <ChannelFields isNew={channel === undefined} />
    </FormDialog>
  );
}

const formOf = ({ kind, name, unit, enabled, host, port, scheme, settings }: Channel): ChannelForm => ({
  ...settings,
  kind,
  name,
  unitId: unit?.id ?? null,
  enabled,
  ...(kind === 'mail' && { host, port, scheme }),
});

/** Without what was left empty: an empty credential would be a new one. */
const spoken = (said: ChannelForm) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== ''));

function ChannelFields({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation();
  const kind = Form.useWatch<Kind | undefined>('kind', { form: Form.useFormInstance(), preserve: true }) ?? 'mail';
  const field = (name: 'kind' | 'name' | 'unit' | 'language' | 'enabled') => t(`notify.field.${name}`);
  const needed = (what: string) => [{ required: true, whitespace: true, message: t('general.required', { what }) }];
  return (
    <>
      <Form.Item name="kind" label={field('kind')}>
        <Select disabled={!isNew} options={kinds.map((one) => ({ value: one, label: t(`notify.kind.${one}`) }))} />
      </Form.Item>
      <Form.Item name="name" label={field('name')} rules={needed(field('name'))}>
        <Input maxLength={60} />
      </Form.Item>
      {kind === 'mail' ? <MailFields isNew={isNew} /> : <WebFields kind={kind} isNew={isNew} />}
      {kind === 'mail' || kind === 'sms' ? null : (
        <Form.Item name="unitId" label={field('unit')}>
          <UnitPicker />
        </Form.Item>
      )}
      <Form.Item name="language" label={field('language')}>
        <Select options={(['zh', 'en'] as const).map((one) => ({ value: one, label: t(`notify.${one}`) }))} />
      </Form.Item>
      <Form.Item name="enabled" valuePropName="checked">
        <Checkbox>{field('enabled')}</Checkbox>
      </Form.Item>
    </>
  );
}

function MailFields({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation();
  const keeps = isNew ? undefined : t('notify.keepsSecret');
  return (
    <>
      <Form.Item name="host" label={t('notify.field.host')}>
        <Input maxLength={253} />
      </Form.Item>
      <Form.Item name="port" label={t('notify.field.port')}>
        <InputNumber min={1} max={65535} precision={0} />
      </Form.Item>
      <Form.Item name="scheme" label={t('notify.field.scheme')}>
        <Select options={(['smtps', 'smtp'] as const).map((one) => ({ value: one, label: t(`notify.${one}`) }))} />
      </Form.Item>
      <Form.Item name="from" label={t('notify.field.from')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="recipientDomains" label={t('notify.field.domains')} extra={t('notify.domainsHint')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="user" label={t('notify.field.user')} extra={keeps}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label={t('notify.field.password')} extra={keeps}>
        <Input.Password maxLength={400} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

function WebFields({ kind, isNew }: { kind: Exclude<Kind, 'mail'>; isNew: boolean }) {
  const { t } = useTranslation();
  const keeps = isNew ? undefined : t('notify.keepsSecret');
  return (
    <>
      <Form.Item name="url" label={t('notify.field.url')} extra={keeps}>
        <Input maxLength={1000} placeholder="https://" autoComplete="off" />
      </Form.Item>
      {kind === 'wecom' ? null : (
        <Form.Item name="key" label={t('notify.field.key')} extra={keeps ?? t(`notify.keyHint.${kind}`)}>
          <Input.Password maxLength={400} autoComplete="new-password" />
        </Form.Item>
      )}
      {kind === 'sms'
        ? (['phoneField', 'textField', 'keyField'] as const).map((name) => (
            <Form.Item key={name} name={name} label={t(`notify.field.${name}`)}>
              <Input maxLength={40} placeholder={{ phoneField: 'phone', textField: 'text', keyField: 'id' }[name]} />
            </Form.Item>
          ))
        : null}
    </>
  );
}
