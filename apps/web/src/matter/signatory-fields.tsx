import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { OfficersPicker } from '../shared/pickers';
import type { NewMatter } from './new-matter';

/** Who put the matter forward; each will be answered. A protected one is read by two named officers only. */
export function SignatoryFields({ title }: { title: string }) {
  const { t } = useTranslation();
  const given = Form.useWatch<NewMatter['signatories']>('signatories');
  const hasProtected = (given ?? []).some((one) => one?.isProtected === true);
  return (
    <fieldset>
      <legend>{title}</legend>
      <Form.List name="signatories" initialValue={[{}]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row) => (
              <Row key={row.key} at={row.name} remove={() => remove(row.name)} />
            ))}
            <Button
              type="dashed"
              icon={<PlusOutlined aria-hidden />}
              style={{ marginBottom: 18 }}
              onClick={() => add({})}
            >
              {t('matter.addSignatory')}
            </Button>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
      {hasProtected ? (
        <Form.Item name="sourceOfficerIds" label={t('matter.sourceOfficers')} extra={t('matter.sourceOfficersNote')}>
          <OfficersPicker most={2} />
        </Form.Item>
      ) : null}
    </fieldset>
  );
}

function Row({ at, remove }: { at: number; remove: () => void }) {
  const { t } = useTranslation();
  const named = (words: string) => `${t('matter.signatory', { n: at + 1 })} ${words}`;
  const field = (name: 'name' | 'contact', words: string) => (
    <Form.Item name={[at, name]}>
      <Input maxLength={100} placeholder={words} aria-label={named(words)} />
    </Form.Item>
  );
  return (
    <div className="signatory-row">
      {field('name', t('matter.signatoryName'))}
      {field('contact', t('matter.signatoryContact'))}
      <Form.Item name={[at, 'isProtected']} valuePropName="checked">
        <Checkbox aria-label={named(t('matter.isProtected'))}>{t('matter.isProtected')}</Checkbox>
      </Form.Item>
      <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('general.remove')} onClick={remove} />
    </div>
  );
}
