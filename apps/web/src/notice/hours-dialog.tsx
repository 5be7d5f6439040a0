import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { NoticeRules } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

interface HoursForm {
  hours: NoticeRules['hours'];
}

const halfHours = Array.from({ length: 49 }, (_, index) => index * 30);
const optionOf = (minute: number) => ({
  value: minute,
  label: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${minute % 60 === 0 ? '00' : '30'}`,
});

/** Quiet hours, window and caps. */
export function HoursDialog({ rules, onClose }: { rules: NoticeRules; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ hours }: HoursForm) => api.put<NoticeRules>('/notice-rules', { hours, ways: rules.ways }),
    said: () => t('notify.rulesSaved'),
    touches: [['notice-rules']],
    quiet: true,
  });
  return (
    <FormDialog<HoursForm, NoticeRules>
      title={t('notify.hoursSet')}
      okText={t('notify.save')}
      initial={{ hours: rules.hours }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name={['hours', 'openMinute']} label={t('notify.openFrom')}>
        <Select options={halfHours.slice(0, 48).map(optionOf)} />
      </Form.Item>
      <Form.Item name={['hours', 'closeMinute']} label={t('notify.openUntil')}>
        <Select options={halfHours.slice(1).map(optionOf)} />
      </Form.Item>
      <Form.Item name={['hours', 'daysOffQuiet']} valuePropName="checked">
        <Checkbox>{t('notify.daysOff')}</Checkbox>
      </Form.Item>
      <LimitFields />
    </FormDialog>
  );
}

function LimitFields() {
  const { t } = useTranslation();
  const minutes = { precision: 0, suffix: t('notify.minutes') };
  const needed = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  return (
    <>
      <Form.Item name={['hours', 'windowMinutes']} label={t('notify.window')} rules={needed(t('notify.window'))}>
        <InputNumber min={0} max={720} {...minutes} />
      </Form.Item>
      <Form.Item name={['hours', 'dailyCap']} label={t('notify.cap')} rules={needed(t('notify.cap'))}>
        <InputNumber min={1} max={100} precision={0} suffix={t('notify.messages')} />
      </Form.Item>
      <Form.Item
        name={['hours', 'urgeEveryMinutes']}
        label={t('notify.urgeEvery')}
        rules={needed(t('notify.urgeEvery'))}
      >
        <InputNumber min={1} max={10080} {...minutes} />
      </Form.Item>
    </>
  );
}
