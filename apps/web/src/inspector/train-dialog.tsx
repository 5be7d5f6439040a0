import { DatePicker, Form, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Inspector } from '../api/inspector-types';
import { api } from '../api/client';
import { useWrite } from '../api/write';
import { InspectorsField } from '../inspection/plan-pickers';
import { countyDay } from '../shared/county-time';
import { serverNow } from '../shared/clock';
import { FormDialog } from '../shared/form-dialog';

interface Course {
  personIds: string[];
  kind: 'training' | 'leading';
  period: [Dayjs, Dayjs];
}

/** Records a course for everybody who went through it; `people` are chosen already. */
export function TrainDialog({ people, onClose }: { people: Pick<Inspector, 'id' | 'name'>[]; onClose: () => void }) {
  const { t } = useTranslation();
  // not `useRequired`: what is chosen is no text
  const chosen = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  const today = dayjs(countyDay(new Date(serverNow()).toISOString()));
  const write = useWrite({
    run: ({ personIds, kind, period: [from, to] }: Course, key: string) => {
      const course = { personIds, kind, fromOn: from.format('YYYY-MM-DD'), toOn: to.format('YYYY-MM-DD') };
      return api.post<{ recorded: number }>('/trainings', course, { key });
    },
    said: ({ recorded }) => t('inspector.trained', { count: recorded }),
    touches: [['inspectors']],
    quiet: true,
  });
  return (
    <FormDialog<Course, { recorded: number }>
      title={t('inspector.train')}
      write={write}
      initial={{
        personIds: people.map(({ id }) => id),
        kind: 'training',
        period: [today, today.add(1, 'year').subtract(1, 'day')],
      }}
      onClose={onClose}
    >
      <Form.Item name="personIds" label={t('inspector.who')} rules={chosen(t('inspector.who'))}>
        <InspectorsField known={people.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="kind" label={t('inspector.course')} extra={t('inspector.courseNote')}>
        <Radio.Group
          options={(['training', 'leading'] as const).map((value) => ({ value, label: t(`inspector.kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="period" label={t('inspector.period')} rules={chosen(t('inspector.period'))}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  );
}
