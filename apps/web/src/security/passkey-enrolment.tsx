import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { deviceName } from '../account/device-name';
import type { Enrolled } from '../api/types';
import { enrolPasskey } from './passkey';
import { useProofWords } from './security-words';

/** Enrols a passkey of this device under a name that its owner will know it by. */
export function PasskeyEnrolment({ onEnrolled }: { onEnrolled: (enrolled: Enrolled) => void }) {
  const { t } = useTranslation();
  const inWords = useProofWords();
  const enrol = useMutation({ mutationFn: (said: { name: string }) => enrolPasskey(said.name), onSuccess: onEnrolled });
  return (
    <Form
      layout="vertical"
      size="large"
      requiredMark={false}
      initialValues={{ name: deviceName(navigator.userAgent).slice(0, 60) }}
      onFinish={(said: { name: string }) => enrol.mutate(said)}
    >
      {enrol.error === null ? null : (
        <Alert type="error" showIcon title={inWords(enrol.error)} className="dialog-problem" />
      )}
      <p className="soft">{t('security.passkeyNote')}</p>
      <Form.Item
        name="name"
        label={t('security.passkeyName')}
        extra={t('security.passkeyNameHint')}
        rules={[
          { required: true, whitespace: true, message: t('general.required', { what: t('security.passkeyName') }) },
        ]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={enrol.isPending}>
        {t('security.passkeyMake')}
      </Button>
    </Form>
  );
}
