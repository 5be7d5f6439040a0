import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Account } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

interface AccountDialogProps {
  account: Account;
  onClose: () => void;
}

/** Disables an account or lets it in again, with the reason that the audit keeps. */
export function AccountReasonDialog({ account, act, onClose }: AccountDialogProps & { act: 'disable' | 'enable' }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: { reason: string }, key) =>
      api.post<void>(`/accounts/${account.id}/${act}`, said, { key, version: account.version }),
    said: () => t('admin.done'),
    touches: [['accounts']],
    quiet: true,
  });
  return (
    <FormDialog
      title={t(`admin.${act}`)}
      grave={act === 'disable'}
      intro={
        <p className="dialog-intro">{t(`admin.${act}Note`, { name: account.person.name, login: account.login })}</p>
      }
      write={write}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('admin.reason')}
        rules={[{ required: true, whitespace: true, message: t('general.required', { what: t('admin.reason') }) }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  );
}

/** Says who the person is at the county's identity provider; empty takes it back. */
export function SubjectDialog({ account, onClose }: AccountDialogProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ subject }: { subject?: string }) => {
      const said = subject?.trim() ?? '';
      return api.put<void>(`/accounts/${account.id}/subject`, { subject: said === '' ? null : said }, account.version);
    },
    said: () => t('admin.done'),
    touches: [['accounts']],
    quiet: true,
  });
  return (
    <FormDialog
      title={t('admin.map')}
      intro={<p className="dialog-intro">{t('admin.mapNote', { name: account.person.name })}</p>}
      initial={{ subject: account.subject ?? '' }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="subject" label={t('admin.subject')} extra={t('admin.subjectHint')}>
        <Input maxLength={255} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
