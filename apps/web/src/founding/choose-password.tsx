import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const shortest = 10;

/** A new password, typed twice. */
export function ChoosePassword() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="password"
        label={t('founding.password')}
        extra={t('founding.passwordHint')}
        rules={[
          { required: true, message: t('general.required', { what: t('founding.password') }) },
          { min: shortest, message: t('founding.passwordHint') },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t('founding.repeat')}
        dependencies={['password']}
        rules={[
          { required: true, message: t('general.required', { what: t('founding.repeat') }) },
          ({ getFieldValue }) => ({
            validator: (_, value: unknown) =>
              value === undefined || value === '' || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('founding.repeatWrong'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
