import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Who sent the matter; each will be answered. */
export function SignatoryFields() {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('matter.signatories')}</legend>
      <Form.List name="signatories">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="signatory-row">
                <Form.Item name={[row.name, 'name']}>
                  <Input
                    maxLength={100}
                    placeholder={t('matter.signatoryName')}
                    aria-label={`${t('matter.signatory', { n: row.name + 1 })} ${t('matter.signatoryName')}`}
                  />
                </Form.Item>
                <Form.Item name={[row.name, 'contact']}>
                  <Input
                    maxLength={100}
                    placeholder={t('matter.signatoryContact')}
                    aria-label={`${t('matter.signatory', { n: row.name + 1 })} ${t('matter.signatoryContact')}`}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('general.remove')}
                  onClick={() => remove(row.name)}
                />
              </div>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} style={{ marginBottom: 18 }} onClick={() => add({})}>
              {t('matter.addSignatory')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
