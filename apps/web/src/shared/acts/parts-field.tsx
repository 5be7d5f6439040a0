import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DuePicker, UnitPicker, UnitsPicker } from '../pickers';

/** The sub-tasks of a split, each with its own lead and due date. Values live in the dialog's form under `children`. */
export function PartsField() {
  const { t } = useTranslation();
  return (
    <Form.List name="children" initialValue={[{}, {}]}>
      {(parts, { add, remove }) => (
        <div className="stack">
          {parts.map((part) => (
            <fieldset key={part.key} className="part">
              <legend>
                {t('task.part', { n: part.name + 1 })}
                {parts.length > 1 ? (
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t('general.remove')}
                    onClick={() => remove(part.name)}
                  />
                ) : null}
              </legend>
              <PartFields at={part.name} />
            </fieldset>
          ))}
          <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            {t('task.addPart')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function PartFields({ at }: { at: number }) {
  const { t } = useTranslation();
  const needed = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  const label = (name: 'title' | 'demand' | 'leadUnit' | 'assistUnits' | 'due') => t(`task.field.${name}`);
  return (
    <>
      <Form.Item name={[at, 'title']} label={label('title')} rules={needed(label('title'))}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={[at, 'demand']} label={label('demand')} rules={needed(label('demand'))}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name={[at, 'leadUnitId']} label={label('leadUnit')} rules={needed(label('leadUnit'))}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name={[at, 'assistUnitIds']} label={label('assistUnits')} initialValue={[]}>
        <UnitsPicker />
      </Form.Item>
      <Form.Item name={[at, 'dueAt']} label={label('due')} rules={needed(label('due'))}>
        <DuePicker />
      </Form.Item>
    </>
  );
}
