import { Alert, Form, Input, Radio, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterView } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { ImportanceItem } from '../shared/importance-item';
import { DuePicker, PersonPicker, UnitPicker, UnitsPicker } from '../shared/pickers';
import { useBases, type Basis } from './bases';
import { DutyHint } from './duty-hint';
import { registration, type Registration } from './registration';

/** Gives a matter its number and opens its task: on which basis, for whom, until when. */
export function RegisterDialog({ matter, onClose }: { matter: MatterView; onClose: () => void }) {
  const { t } = useTranslation();
  const bases = useBases(matter);
  const first = bases.find((basis) => basis.choices.length > 0);
  const write = useWrite({
    run: (input: Registration, key) =>
      api.post(`/matters/${matter.id}/register`, registration(input), { version: matter.version, key }),
    said: () => t('task.acted', { act: t('matter.register') }),
    touches: [['matter', matter.id], ['matters'], ['tasks']],
    quiet: true,
  });
  const intro = (
    <>
      <p className="act-subject">{matter.title}</p>
      {first === undefined ? (
        <Alert type="warning" showIcon title={t('matter.noBasis')} className="dialog-problem" />
      ) : null}
    </>
  );
  return (
    <FormDialog
      key={first?.by ?? 'none'}
      title={t('matter.register')}
      intro={intro}
      initial={initialOf(matter, first)}
      disabled={first === undefined}
      write={write}
      onClose={onClose}
    >
      <BasisFields bases={bases} />
      <DutyFields matter={matter} />
      <TaskFields />
    </FormDialog>
  );
}

function DutyFields({ matter }: { matter: MatterView }) {
  const form = Form.useFormInstance<Registration>();
  return <DutyHint category={matter.category} use={(duty) => form.setFieldsValue(duty)} />;
}

function initialOf(matter: MatterView, first: Basis | undefined): Partial<Registration> {
  const agreed = matter.proposals.find((one) => one.decision === 'agree');
  return {
    by: first?.by,
    basisId: first?.choices[0]?.value,
    title: matter.title,
    demand: agreed?.wording ?? matter.body,
    leadUnitId: agreed?.leadUnit?.id,
    assistUnitIds: agreed?.assistUnits.map((unit) => unit.id),
    dueAt: agreed?.dueAt ?? undefined,
    dispatch: true,
  };
}

function BasisFields({ bases }: { bases: Basis[] }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Registration>();
  const by = Form.useWatch('by', form);
  const choices = bases.find((basis) => basis.by === by)?.choices ?? [];
  const options = bases.map((basis) => ({
    value: basis.by,
    label: t(`matter.basisKind.${basis.by}`),
    disabled: basis.choices.length === 0,
  }));
  return (
    <>
      <Form.Item name="by" label={t('matter.basis')}>
        <Radio.Group options={options} onChange={() => form.setFieldValue('basisId', undefined)} />
      </Form.Item>
      <Form.Item
        name="basisId"
        label={t(`matter.basisKind.${by ?? 'mandate'}`)}
        rules={[{ required: true, message: t('general.required', { what: t('matter.basis') }) }]}
      >
        <Select options={choices} />
      </Form.Item>
    </>
  );
}

function TaskFields() {
  const { t } = useTranslation();
  const label = (name: 'title' | 'demand' | 'leadUnit' | 'assistUnits' | 'due') => t(`task.field.${name}`);
  return (
    <>
      <Form.Item name="title" label={label('title')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="demand" label={label('demand')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={8000} />
      </Form.Item>
      <Form.Item name="leadUnitId" label={label('leadUnit')}>
        <UnitPicker placeholder={t('matter.byDuty')} />
      </Form.Item>
      <Form.Item name="assistUnitIds" label={label('assistUnits')}>
        <UnitsPicker placeholder={t('matter.byDuty')} />
      </Form.Item>
      <Form.Item name="dueAt" label={label('due')}>
        <DuePicker />
      </Form.Item>
      <ImportanceItem />
      <Form.Item name="leadLeaderId" label={t('task.leadLeader')}>
        <PersonPicker role="county_leader" />
      </Form.Item>
      <Form.Item name="dispatch" label={t('matter.dispatchNow')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  );
}
