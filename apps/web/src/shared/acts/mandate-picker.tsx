import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMandatesInForce } from '../mandates-in-force';

interface MandatePickerProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** A standing mandate that is approved and in force. */
export function MandatePicker(props: MandatePickerProps) {
  const { t } = useTranslation();
  const { mandates, isPending } = useMandatesInForce();
  const options = mandates.map((one) => ({
    value: one.id,
    label: `${t(`words.matterKind.${one.sourceKind}`)} · ${one.categoryPrefix || t('matter.mandatePrefixAll')}`,
  }));
  return <Select {...props} loading={isPending} options={options} notFoundContent={t('matter.noMandate')} />;
}
