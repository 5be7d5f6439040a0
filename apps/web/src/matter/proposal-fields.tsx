import { Form, Input, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { DuePicker, PersonPicker, UnitPicker, UnitsPicker } from '../shared/pickers';

/** The handling proposal that goes to a leader's tray together with the new matter. */
export function ProposalFields() {
  const { t } = useTranslation();
  const on: unknown = Form.useWatch('withProposal');
  return (
    <fieldset>
      <legend>{t('matter.proposal')}</legend>
      <Form.Item name="withProposal" label={t('matter.withProposal')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {on === true ? <Fields /> : null}
    </fieldset>
  );
}

function Fields() {
  const { t } = useTranslation();
  const needed = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  const label = (name: 'forPerson' | 'wording' | 'leadUnit' | 'assistUnits' | 'due') => t(`task.field.${name}`);
  return (
    <>
      <Form.Item name={['proposal', 'forPersonId']} label={label('forPerson')} rules={needed(label('forPerson'))}>
        <PersonPicker role="principal" />
      </Form.Item>
      <Form.Item name={['proposal', 'wording']} label={label('wording')} rules={needed(label('wording'))}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} />
      </Form.Item>
      <div className="two">
        <Form.Item name={['proposal', 'leadUnitId']} label={label('leadUnit')}>
          <UnitPicker />
        </Form.Item>
        <Form.Item name={['proposal', 'dueAt']} label={label('due')}>
          <DuePicker />
        </Form.Item>
      </div>
      <Form.Item name={['proposal', 'assistUnitIds']} label={label('assistUnits')} initialValue={[]}>
        <UnitsPicker />
      </Form.Item>
    </>
  );
}
