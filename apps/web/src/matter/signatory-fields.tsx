import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Who sent the matter; each will be answered. */
export function SignatoryFields() {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('matter.signatories')}</legend>
      <Form.List name="signatories" initialValue={[{}]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row) => (
              <Row key={row.key} at={row.name} remove={() => remove(row.name)} />
            ))}
            <Button type="dashed" icon={<PlusOutlined />} style={{ marginBottom: 18 }} onClick={() => add({})}>
              {t('matter.addSignatory')}
            </Button>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function Row({ at, remove }: { at: number; remove: () => void }) {
  const { t } = useTranslation();
  const field = (name: 'name' | 'contact', words: string) => (
    <Form.Item name={[at, name]}>
      <Input maxLength={100} placeholder={words} aria-label={`${t('matter.signatory', { n: at + 1 })} ${words}`} />
    </Form.Item>
  );
  return (
    <div className="signatory-row">
      {field('name', t('matter.signatoryName'))}
      {field('contact', t('matter.signatoryContact'))}
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('general.remove')} onClick={remove} />
    </div>
  );
}
