import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import type { Founded } from '../api/types';
import { placeErrors } from '../shared/place-errors';
import { ChoosePassword } from './choose-password';
import { CountyFields } from './county-fields';
import { FormProblem } from './form-problem';
import { inBrackets } from '../i18n/punctuation';

const trio = ['sysadmin', 'secadmin', 'auditadmin'] as const;

interface SetupFields {
  county: { name: string; bureauName: string; taskNumberPrefix?: string };
  password: string;
  repeat: string;
}

/** Everything that an empty county needs before two of its administrators can give the next post. */
export function SetupForm({ token, onFounded }: { token: string; onFounded: (founded: Founded) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SetupFields>();
  const found = useMutation({
    mutationFn: ({ repeat: _, county, ...said }: SetupFields) => {
      const { taskNumberPrefix, ...names } = county;
      const prefix = taskNumberPrefix ? { taskNumberPrefix } : {};
      return api.post<Founded>('/setup', { ...said, token, county: { ...names, ...prefix } });
    },
    onSuccess: onFounded,
    onError: (cause) => {
      placeErrors(form, cause);
      form.scrollToField(form.getFieldsError().find(({ errors }) => errors.length > 0)?.name ?? ['county', 'name']);
    },
  });
  return (
    <Form<SetupFields> form={form} layout="vertical" requiredMark={false} onFinish={(said) => found.mutate(said)}>
      <p className="soft">{t('founding.setupNote')}</p>
      <FormProblem cause={found.error} />
      <h2>{t('founding.countyPart')}</h2>
      <CountyFields at={['county']} />
      <h2>{t('founding.triadPart')}</h2>
      <p>{t('founding.triadNote')}</p>
      <p className="soft">{t('founding.triadProposal')}</p>
      <div className="triad">
        {trio.map((role) => (
          <AdministratorFields key={role} role={role} />
        ))}
      </div>
      <h2>{t('founding.passwordPart')}</h2>
      <ChoosePassword />
      <Button type="primary" htmlType="submit" size="large" block loading={found.isPending}>
        {t('founding.setupOk')}
      </Button>
    </Form>
  );
}

function AdministratorFields({ role }: { role: (typeof trio)[number] }) {
  const { t } = useTranslation();
  const required = useRequired();
  const title = t(`words.role.${role}`);
  return (
    <fieldset className="split-part">
      <legend>
        <b>{title}</b>
        {role === 'sysadmin' ? <span className="soft">{inBrackets(t('founding.you'))}</span> : null}
      </legend>
      <p className="small soft">{t(`founding.duty.${role}`)}</p>
      <Form.Item name={[role, 'name']} label={t('founding.name')} rules={required(t('founding.name'))}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={[role, 'login']}
        label={t('founding.login')}
        extra={t('founding.loginHint')}
        rules={required(t('founding.login'))}
      >
        <Input maxLength={60} autoComplete="off" autoCapitalize="none" />
      </Form.Item>
      <Form.Item name={[role, 'standsIn']} valuePropName="checked" initialValue={false} noStyle>
        <Checkbox>{t('founding.standsIn')}</Checkbox>
      </Form.Item>
    </fieldset>
  );
}
