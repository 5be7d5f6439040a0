import { Alert, App, Button, Checkbox, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { tokensQuery } from '../api/session';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { serverNow } from '../shared/clock';
import { instantOf } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';
import { useReturnFocus } from '../shared/return-focus';

interface TokenForm {
  name: string;
  acts: string[];
  expiresAt: Dayjs;
}

const usualDays = 90;
const longestDays = 364;

function useMaking() {
  return useWrite({
    run: ({ expiresAt, ...said }: TokenForm, key) => {
      const end = instantOf(expiresAt.hour(23).minute(59).second(0));
      return api.post<{ token: string }>('/access-tokens', { ...said, expiresAt: end }, { key });
    },
    touches: [tokensQuery.queryKey],
    quiet: true,
  });
}

interface TokenDialogProps {
  acts: readonly string[];
  onClose: () => void;
  onMade: (token: string) => void;
}

/** A new access token: what it is for, what it may do, until when. */
export function TokenDialog({ acts, onClose, onMade }: TokenDialogProps) {
  const { t } = useTranslation();
  const today = dayjs(serverNow()).startOf('day');
  const write = useMaking();
  const required = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  return (
    <FormDialog<TokenForm, { token: string }>
      title={t('security.tokenMake')}
      initial={{ acts: [], expiresAt: today.add(usualDays, 'day') }}
      write={write}
      onClose={onClose}
      onDone={({ token }) => onMade(token)}
    >
      <Form.Item name="name" label={t('security.tokenName')} rules={required(t('security.tokenName'))}>
        <Input maxLength={60} placeholder={t('security.tokenNameHint')} />
      </Form.Item>
      <Form.Item name="expiresAt" label={t('security.tokenExpires')} rules={required(t('security.tokenExpires'))}>
        <DatePicker
          allowClear={false}
          disabledDate={(day) => day.isBefore(today.add(1, 'day')) || day.isAfter(today.add(longestDays, 'day'))}
        />
      </Form.Item>
      <Form.Item
        name="acts"
        label={t('security.tokenActs')}
        rules={[{ type: 'array', min: 1, message: t('security.tokenActsNeeded') }]}
      >
        <Checkbox.Group
          className="acts-to-give"
          options={acts.map((act) => ({ value: act, label: nameOf('permits', act) }))}
        />
      </Form.Item>
    </FormDialog>
  );
}

interface MadeTokenProps {
  /** What is to be copied: the token, or an address that holds it. */
  token: string;
  title?: string;
  /** How it is used. */
  note?: string;
  onKept: () => void;
}

/** The token, seen this once. */
export function MadeTokenDialog({ token, title, note, onKept }: MadeTokenProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  useReturnFocus();
  const copy = () =>
    navigator.clipboard.writeText(token).then(
      () => message.success(t('security.copied')),
      () => message.warning(t('security.copyByHand')),
    );
  return (
    <Modal
      open
      title={title ?? t('security.tokenMade')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <div className="stack">
        <Alert type="warning" showIcon title={t('security.tokenOnce')} />
        <code className="token-once">{token}</code>
        <p className="small faint">{note ?? t('security.tokenUse')}</p>
        <div className="row">
          <Button onClick={() => void copy()}>{t('security.copy')}</Button>
          <Button type="primary" onClick={onKept}>
            {t('security.tokenKept')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
