import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { UnitPage } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { DatedFields, KindField, useRequired } from './unit-fields';

const goesOn = -1;
const most = 10;

interface SplitForm {
  parts: { name: string; shortName: string; kind: string }[];
  successorPart: number;
  at?: string | null;
  reason: string;
}

/** Splits a unit into others beside it. */
export function SplitUnitDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ successorPart, at, ...said }: SplitForm, key: string) =>
      api.post<{ ids: string[] }>(
        `/units/${unit.id}/split`,
        { ...said, ...(at && { at }), ...(successorPart !== goesOn && { successorPart }) },
        { key, version: unit.version },
      ),
    said: () => t('people.saved'),
    touches: [['units']],
    quiet: true,
  });
  return (
    <FormDialog<SplitForm, { ids: string[] }>
      title={t('people.split')}
      intro={<p className="dialog-intro">{t('people.splitNote')}</p>}
      initial={{ parts: [{ name: '', shortName: '', kind: unit.kind }], successorPart: goesOn }}
      write={write}
      onClose={onClose}
    >
      <Parts kind={unit.kind} />
      <SuccessorField />
      <DatedFields />
    </FormDialog>
  );
}

function SuccessorField() {
  const { t } = useTranslation();
  const parts = Form.useWatch<SplitForm['parts'] | undefined>('parts') ?? [];
  const options = [
    { value: goesOn, label: t('people.goesOn') },
    ...parts.map((_, at) => ({ value: at, label: t('people.takenBy', { n: at + 1 }) })),
  ];
  return (
    <Form.Item name="successorPart" label={t('people.successor')}>
      <Select options={options} />
    </Form.Item>
  );
}

function Parts({ kind }: { kind: string }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <Form.List name="parts">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="split-part">
              <legend>{name + 1}</legend>
              <Form.Item name={[name, 'name']} label={t('people.partName')} rules={required(t('people.partName'))}>
                <Input maxLength={80} />
              </Form.Item>
              <Form.Item
                name={[name, 'shortName']}
                label={t('people.partShort')}
                rules={required(t('people.partShort'))}
              >
                <Input maxLength={30} />
              </Form.Item>
              <KindField name={[name, 'kind']} />
              {fields.length < 2 ? null : <Button onClick={() => remove(name)}>{t('people.removePart')}</Button>}
            </fieldset>
          ))}
          {fields.length >= most ? null : (
            <Form.Item>
              <Button onClick={() => add({ name: '', shortName: '', kind })}>{t('people.addPart')}</Button>
            </Form.Item>
          )}
        </>
      )}
    </Form.List>
  );
}
