import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { reference } from '../api/lists';
import type { Role, UnitView } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { LoadingBlock } from '../shared/blocks';

interface OfficeholderForm {
  name: string;
  login: string;
  role: Role;
  unitId: string;
  title: string;
  reason: string;
}

/** Puts a new person forward for an important post: entered and asked for in one act, granted by another administrator. */
export function OfficeholderDialog({ roles, onClose }: { roles: readonly Role[]; onClose: () => void }) {
  const units = useQuery(reference.units());
  if (units.data === undefined) return <LoadingBlock rows={1} />;
  return <Filled roles={roles} units={units.data.items} onClose={onClose} />;
}

/** Bureau posts stand in the bureau, leaders in the county itself. */
const placeOf = (role: Role, units: readonly UnitView[]): string | undefined =>
  units.find(({ kind }) => kind === (role.startsWith('bureau_') ? 'bureau' : 'county'))?.id;

function Filled({ roles, units, onClose }: { roles: readonly Role[]; units: UnitView[]; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ name, login, ...said }: OfficeholderForm, key) =>
      api.post<{ id: string }>(
        '/privilege-requests',
        { kind: 'give_post', newcomer: { name, login }, ...said },
        { key },
      ),
    said: () => t('founding.officeAsked'),
    touches: [['privileges'], ['guide'], ['people'], ['accounts']],
    quiet: true,
  });
  const role = roles[0] ?? 'principal';
  const initial = {
    role,
    unitId: placeOf(role, units),
    title: t(`words.role.${role}`),
    reason: t('founding.officeReasonUsual'),
  };
  return (
    <FormDialog<OfficeholderForm, { id: string }>
      title={t('founding.officeTitle')}
      okText={t('admin.askOk')}
      intro={<p className="dialog-intro">{t('founding.officeNote')}</p>}
      initial={initial}
      write={write}
      onClose={onClose}
    >
      <WhoFields />
      <RoleField roles={roles} units={units} />
      <PostFields units={units} />
    </FormDialog>
  );
}

function WhoFields() {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item name="name" label={t('founding.name')} rules={required(t('founding.name'))}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="login"
        label={t('founding.login')}
        extra={t('founding.loginHint')}
        rules={required(t('founding.login'))}
      >
        <Input maxLength={60} autoComplete="off" autoCapitalize="none" />
      </Form.Item>
    </>
  );
}

function PostFields({ units }: { units: readonly UnitView[] }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item name="unitId" label={t('admin.unit')} rules={required(t('admin.unit'))}>
        <Select
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="title" label={t('admin.postTitle')} rules={required(t('admin.postTitle'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="reason" label={t('founding.officeReason')} rules={required(t('founding.officeReason'))}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </>
  );
}

/** Choosing another role proposes its unit and title anew. */
function RoleField({ roles, units }: { roles: readonly Role[]; units: UnitView[] }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<OfficeholderForm>();
  const required = useRequired();
  return (
    <Form.Item name="role" label={t('admin.role')} rules={required(t('admin.role'))}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={roles.map((value) => ({ value, label: t(`words.role.${value}`) }))}
        onChange={(role: Role) =>
          form.setFieldsValue({ unitId: placeOf(role, units) ?? '', title: t(`words.role.${role}`) })
        }
      />
    </Form.Item>
  );
}
