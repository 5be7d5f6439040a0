import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';

/** Two fields for a passphrase that is chosen now: a slip of the finger would lock one out. */
export function NewPassphrase({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item
        name={name}
        label={label}
        extra={t('sealed.passphraseNote')}
        rules={[...required(label), { min: 10, message: t('sealed.passphraseNote') }]}
      >
        <Input.Password maxLength={200} autoComplete="off" data-1p-ignore />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('sealed.again')}
        dependencies={[name]}
        rules={[
          ...required(t('sealed.again')),
          ({ getFieldValue }) => ({
            validator: (_, value: unknown) =>
              value === getFieldValue(name) ? Promise.resolve() : Promise.reject(new Error(t('sealed.differs'))),
          }),
        ]}
      >
        <Input.Password maxLength={200} autoComplete="off" data-1p-ignore />
      </Form.Item>
    </>
  );
}
