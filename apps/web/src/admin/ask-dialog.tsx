import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { reference } from '../api/lists';
import type { Account, Role } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { FormDialog } from '../shared/form-dialog';
import { PersonPicker } from '../shared/pickers';

/** What a request would be about. */
export type AskAbout =
  | { kind: 'give_post' | 'reset_factors' | 'reset_password'; person: Account['person'] }
  | { kind: 'end_post'; person: Account['person']; post: Account['posts'][number] };

interface AskForm {
  role?: Role;
  unitId?: string;
  title?: string;
  servesPersonId?: string;
  reason: string;
}

const privilegedRoles: readonly Role[] = [
  'principal',
  'leader_office',
  'bureau_head',
  'bureau_officer',
  'bureau_clerk',
  'sysadmin',
  'secadmin',
  'auditadmin',
];

/** One administrator asks; another one will decide. */
export function AskDialog({ about, onClose }: { about: AskAbout; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: AskForm, key) =>
      api.post<{ id: string }>('/privilege-requests', { ...said, ...subjectOf(about) }, { key }),
    said: () => t('admin.asked'),
    touches: [['privileges']],
    quiet: true,
  });
  const name = about.person.name;
  const title = about.kind === 'end_post' ? about.post.title : '';
  const reason = t('admin.reason');
  return (
    <FormDialog<AskForm, { id: string }>
      title={t(`admin.ask.${about.kind}`)}
      okText={t('admin.askOk')}
      intro={<p className="dialog-intro">{t(`admin.askNote.${about.kind}`, { name, title })}</p>}
      write={write}
      onClose={onClose}
    >
      {about.kind === 'give_post' ? <PostFields /> : null}
      <Form.Item
        name="reason"
        label={reason}
        rules={[{ required: true, whitespace: true, message: t('general.required', { what: reason }) }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  );
}

const subjectOf = (about: AskAbout) => ({
  kind: about.kind,
  personId: about.person.id,
  ...(about.kind === 'end_post' && { postId: about.post.id }),
});

function PostFields() {
  const { t } = useTranslation();
  const { data, isLoading } = useQuery(reference.units());
  const units = useMemo(() => (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })), [data]);
  const required = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  const role = Form.useWatch<Role | undefined>('role');
  return (
    <>
      <Form.Item name="role" label={t('admin.role')} rules={required(t('admin.role'))}>
        <Select
          options={privilegedRoles.map((value) => ({ value, label: nameOf('words.role', value) }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="unitId" label={t('admin.unit')} rules={required(t('admin.unit'))}>
        <Select options={units} loading={isLoading} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="title" label={t('admin.postTitle')} rules={required(t('admin.postTitle'))}>
        <Input maxLength={60} />
      </Form.Item>
      {role === 'leader_office' ? (
        <Form.Item name="servesPersonId" label={t('admin.serves')} rules={required(t('admin.serves'))}>
          <PersonPicker role="principal" />
        </Form.Item>
      ) : null}
    </>
  );
}
