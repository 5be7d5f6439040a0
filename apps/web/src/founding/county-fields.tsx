import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';

/** How the county and its bureau call themselves. */
export function CountyFields({ at = [] }: { at?: string[] }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item
        name={[...at, 'name']}
        label={t('founding.countyName')}
        extra={t('founding.countyNameHint')}
        rules={required(t('founding.countyName'))}
      >
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item
        name={[...at, 'bureauName']}
        label={t('founding.bureauName')}
        extra={t('founding.bureauNameHint')}
        rules={required(t('founding.bureauName'))}
      >
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name={[...at, 'taskNumberPrefix']} label={t('founding.prefix')} extra={t('founding.prefixHint')}>
        <Input maxLength={10} />
      </Form.Item>
    </>
  );
}
