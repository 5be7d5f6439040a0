import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';

/** Where in the wizard this is: 0 file, 1 preview, 2 result. */
export function ImportSteps({ at }: { at: 0 | 1 | 2 }) {
  const { t } = useTranslation();
  const items = (['file', 'preview', 'done'] as const).map((step) => ({ title: t(`importing.steps.${step}`) }));
  return <Steps className="import-steps" size="small" current={at} items={items} responsive={false} />;
}
