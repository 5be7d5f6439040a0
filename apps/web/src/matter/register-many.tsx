import { Form, InputNumber, Select, Switch } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { RegisteredMany } from '../api/bulk-types';
import type { MatterSearch } from '../app/search';
import { useMandatesInForce } from '../shared/mandates-in-force';
import { ManyAct, type ScopeAsked, ScopeField, scopeOf } from './many-act';

interface RegisterManyProps {
  search: MatterSearch;
  chosen: string[];
  titleOf: (id: string) => string | undefined;
  onDone: (done: RegisteredMany) => void;
}
interface Asked extends ScopeAsked {
  mandateId: string;
  dueInDays: number;
  dispatch: boolean;
}
const usualDays = 15;

/** Registers the chosen matters, or all that meet the filters, under one standing mandate. */
export function RegisterMany({ search, chosen, titleOf, onDone }: RegisterManyProps) {
  const { t } = useTranslation();
  const initial: Partial<Asked> = {
    scope: chosen.length > 0 ? 'chosen' : 'filtered',
    dueInDays: usualDays,
    dispatch: true,
  };
  const days = t('matter.dueInDays');
  return (
    <ManyAct<Asked, RegisteredMany>
      {...{ title: t('matter.registerMany'), primary: chosen.length > 0, initial, titleOf, onDone }}
      send={({ scope, ...asked }, key, dryRun) =>
        api.post('/matters/register', { ...scopeOf(scope, chosen, search, 'received'), ...asked, dryRun }, { key })
      }
      touches={[['matters'], ['tasks'], ['matter']]}
      rehearsalOf={({ registered, dispatched, skipped }) => ({
        rehearsal: { will: registered, wont: skipped },
        note: dispatched > 0 ? t('matter.registerSends', { count: dispatched }) : t('matter.registerKeeps'),
      })}
    >
      <ScopeField chosen={chosen.length} filtered={t('matter.registerFiltered')} />
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
    </ManyAct>
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
