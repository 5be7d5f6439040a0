import { Button, DatePicker, Form, Input, InputNumber, Modal, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { ScheduleStep } from '../api/types';
import { UnitPicker } from '../shared/pickers';
import { useReturnFocus } from '../shared/return-focus';

interface StepDialogProps {
  step: ScheduleStep;
  others: readonly ScheduleStep[];
  onClose: () => void;
  onDone: (step: ScheduleStep) => void;
  isNew: boolean;
  onRemove: () => void;
}

/** One step: what it is, how long it takes, what it waits for, who does it. */
export function StepDialog({ step, others, isNew, onClose, onDone, onRemove }: StepDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ScheduleStep>();
  useReturnFocus();
  const done = ({ startsOn, leadUnitId, ...said }: ScheduleStep) =>
    onDone({ ...step, ...said, startsOn: startsOn ?? null, leadUnitId: leadUnitId ?? null });
  return (
    <Modal
      open
      title={isNew ? t('schedule.addStep') : t('schedule.editStep')}
      okText={t('schedule.ok')}
      cancelText={t('general.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<ScheduleStep> form={form} layout="vertical" requiredMark={false} initialValues={step} onFinish={done}>
        <StepFields others={others} />
      </Form>
      {isNew ? null : (
        <Button danger type="link" onClick={onRemove}>
          {t('schedule.removeStep')}
        </Button>
      )}
    </Modal>
  );
}

function StepFields({ others }: Pick<StepDialogProps, 'others'>) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="title"
        label={t('schedule.title')}
        rules={[{ required: true, whitespace: true, message: t('schedule.titleWanted') }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <LengthFields />
      <Form.Item name="after" label={t('schedule.after')} extra={t('schedule.afterNote')}>
        <Select
          mode="multiple"
          options={others.map(({ key, title }) => ({ value: key, label: title }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="leadUnitId" label={t('schedule.leadUnit')}>
        <UnitPicker />
      </Form.Item>
      <Form.Item
        name="startsOn"
        label={t('schedule.startsOn')}
        extra={t('schedule.startsOnNote')}
        getValueProps={picked}
        normalize={written}
      >
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
    </>
  );
}

function LengthFields() {
  const { t } = useTranslation();
  return (
    <Form.Item label={t('schedule.length')}>
      <Space.Compact>
        <Form.Item name="days" noStyle rules={[{ required: true, message: t('schedule.lengthWanted') }]}>
          <InputNumber min={1} max={3_650} precision={0} aria-label={t('schedule.length')} />
        </Form.Item>
        <Form.Item name="unit" noStyle>
          <Select
            style={{ width: 130 }}
            aria-label={t('schedule.unit')}
            options={[
              { value: 'working_day', label: t('schedule.units.working_day') },
              { value: 'natural_day', label: t('schedule.units.natural_day') },
            ]}
          />
        </Form.Item>
      </Space.Compact>
    </Form.Item>
  );
}

const picked = (day: string | null) => ({ value: day === null ? null : dayjs(day) });
const written = (day: Dayjs | null) => day?.format('YYYY-MM-DD') ?? null;
