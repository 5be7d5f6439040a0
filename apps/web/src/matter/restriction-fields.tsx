import { Alert, Form, Switch } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { OfficersPicker, PeoplePicker, UnitsPicker } from '../shared/pickers';

/** An accusation: whom it must never reach, and who handles it. The values stand in the form under `restriction`. */
export function RestrictionFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const on: unknown = Form.useWatch('isAccusation');
  const purpose: unknown = Form.useWatch(['fields', 'purpose']);
  useEffect(() => {
    // the server takes it in no other way
    if (purpose === 'accusation') form.setFieldValue('isAccusation', true);
  }, [purpose, form]);
  return (
    <fieldset>
      <legend>{t('matter.restricted')}</legend>
      <Form.Item name="isAccusation" label={t('matter.isAccusation')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {on === true ? <AccusedFields prefix="restriction" /> : null}
    </fieldset>
  );
}

/** Who is accused and who may handle it. */
export function AccusedFields({ prefix }: { prefix?: string }) {
  const { t } = useTranslation();
  const at = (name: string) => (prefix === undefined ? name : [prefix, name]);
  return (
    <>
      <Alert type="warning" showIcon title={t('matter.restrictedNote')} className="dialog-problem" />
      <Form.Item name={at('accusedUnitIds')} label={t('matter.accusedUnits')}>
        <UnitsPicker />
      </Form.Item>
      <Form.Item name={at('accusedPersonIds')} label={t('matter.accusedPersons')}>
        <PeoplePicker />
      </Form.Item>
      <Form.Item name={at('keeperIds')} label={t('matter.keepers')} extra={t('matter.keepersNote')}>
        <OfficersPicker most={5} />
      </Form.Item>
    </>
  );
}
