import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Privacy } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

interface Rules {
  unmaskDailyCap: number;
  months: Record<string, number>;
}

/** The periods and the daily cap; the floors stand beside them. */
export function RulesDialog({ data, onClose }: { data: Privacy; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (rules: Rules) => api.put<Privacy>('/personal-data', rules),
    said: () => t('personal.saved'),
    touches: [['personal-data']],
    quiet: true,
  });
  const months = Object.fromEntries(data.retention.map((one) => [one.part, one.months]));
  return (
    <FormDialog<Rules, Privacy>
      title={t('personal.set')}
      initial={{ unmaskDailyCap: data.unmaskDailyCap, months }}
      write={write}
      onClose={onClose}
    >
      {data.retention.map(({ part, least, most }) => (
        <Form.Item
          key={part}
          name={['months', part]}
          label={t(`personal.parts.${part}`)}
          extra={t('personal.limits', { least, most })}
          rules={[
            { required: true, type: 'number', min: least, max: most, message: t('personal.limits', { least, most }) },
          ]}
        >
          <InputNumber precision={0} suffix={t('personal.monthsUnit')} />
        </Form.Item>
      ))}
      <Form.Item
        name="unmaskDailyCap"
        label={t('personal.cap')}
        rules={[{ required: true, message: t('general.required', { what: t('personal.cap') }) }]}
      >
        <InputNumber precision={0} min={1} max={200} />
      </Form.Item>
    </FormDialog>
  );
}
