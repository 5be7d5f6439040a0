import { Form, InputNumber, Radio, Select, Switch } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { RegisteredMany } from '../api/types';
import { useWrite } from '../api/write';
import type { MatterSearch } from '../app/search';
import { FormDialog } from '../shared/form-dialog';
import { useMandatesInForce } from '../shared/mandates-in-force';

interface DialogProps {
  search: MatterSearch;
  chosen: string[];
  onClose: () => void;
  onDone: (done: RegisteredMany) => void;
}
interface Asked {
  scope: 'chosen' | 'filtered';
  mandateId: string;
  dueInDays: number;
  dispatch: boolean;
}
const usualDays = 15;

/** Registers the chosen matters, or all that meet the filters, under one standing mandate. */
export function RegisterManyDialog({ search, chosen, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ scope, ...asked }: Asked, key) => {
      const which = scope === 'chosen' ? { matterIds: chosen } : { filter: { ...search, state: 'received' } };
      return api.post<RegisteredMany>('/matters/register', { ...which, ...asked }, { key });
    },
    touches: [['matters'], ['tasks'], ['matter']],
    quiet: true,
  });
  const initial: Partial<Asked> = {
    scope: chosen.length > 0 ? 'chosen' : 'filtered',
    dueInDays: usualDays,
    dispatch: true,
  };
  const days = t('matter.dueInDays');
  return (
    <FormDialog
      title={t('matter.registerMany')}
      okText={t('matter.register')}
      initial={initial}
      write={write}
      onClose={onClose}
      onDone={onDone}
    >
      <Scope chosen={chosen.length} />
      <MandateField search={search} />
      <Form.Item
        name="dueInDays"
        label={days}
        rules={[{ required: true, message: t('general.required', { what: days }) }]}
      >
        <InputNumber min={1} max={366} />
      </Form.Item>
      <Form.Item name="dispatch" label={t('matter.dispatchNow')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}

function Scope({ chosen }: { chosen: number }) {
  const { t } = useTranslation();
  const options = [
    { value: 'chosen', label: t('matter.registerChosen', { count: chosen }), disabled: chosen === 0 },
    { value: 'filtered', label: t('matter.registerFiltered') },
  ];
  return (
    <Form.Item name="scope" label={t('matter.scope')}>
      <Radio.Group className="choices" options={options} />
    </Form.Item>
  );
}

function MandateField({ search }: { search: MatterSearch }) {
  const { t } = useTranslation();
  const { mandates, isPending } = useMandatesInForce(search.kind);
  const form = Form.useFormInstance<Asked>();
  const only = mandates.length === 1 ? mandates[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined) form.setFieldValue('mandateId', only);
  }, [only, form]);
  const options = mandates.map((one) => ({
    value: one.id,
    label: `${t(`words.matterKind.${one.sourceKind}`)} · ${one.categoryPrefix || t('matter.mandatePrefixAll')}`,
  }));
  return (
    <Form.Item
      name="mandateId"
      label={t('matter.mandate')}
      extra={isPending || mandates.length > 0 ? t('matter.mandateHint') : t('matter.noMandate')}
      rules={[{ required: true, message: t('general.required', { what: t('matter.mandate') }) }]}
    >
      <Select options={options} loading={isPending} />
    </Form.Item>
  );
}
