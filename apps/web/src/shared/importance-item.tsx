import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { importanceDegrees } from '../api/codes';

/** How much weight a task has; what weighs more may start higher on its ladder. */
export function ImportanceItem() {
  const { t } = useTranslation();
  const options = importanceDegrees.map((value) => ({ value, label: t(`ladder.degree.${value}`) }));
  return (
    <Form.Item name="importance" label={t('task.field.importance')} initialValue="ordinary">
      <Radio.Group options={options} />
    </Form.Item>
  );
}
