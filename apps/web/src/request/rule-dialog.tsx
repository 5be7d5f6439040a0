import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Dispute } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { DuePicker, UnitPicker, UnitsPicker } from '../shared/pickers';
import { requestTouches, useNeeded } from './request-words';

type Ruling = NonNullable<Dispute['ruling']>;

interface RuleForm {
  ruling: Ruling;
  toUnitId?: string;
  toUnitIds?: string[];
  dueAt?: string | null;
  reasons: string;
}

interface RuleProps {
  one: Dispute;
  path: string;
  onClose: () => void;
}

const rulings = ['move', 'stay', 'swap', 'split'] as const;

/** Rules on a dispute; final. The unit named as responsible is proposed. */
export function RuleDialog({ one, path, onClose }: RuleProps) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const write = useWrite({
    run: ({ ruling, toUnitId, toUnitIds = [], dueAt, reasons }: RuleForm, key) => {
      const single = toUnitId === undefined ? [] : [toUnitId];
      const units = { stay: [], move: single, swap: single, split: toUnitIds }[ruling];
      const body = { ruling, toUnitIds: units, reasons, ...(ruling !== 'stay' && dueAt != null && { dueAt }) };
      return api.post<unknown>(`${path}/rule`, body, { key, version: one.version });
    },
    said: () => t('request.ruled'),
    touches: requestTouches,
    quiet: true,
  });
  const offered = rulings.filter((ruling) => ruling !== 'swap' || one.swappable.length > 0);
  return (
    <FormDialog<RuleForm, unknown>
      title={t('request.rule')}
      intro={<p className="dialog-intro">{t('request.finalNote')}</p>}
      initial={{ ruling: 'move', toUnitId: one.responsibleUnit.id, toUnitIds: [one.responsibleUnit.id] }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="ruling" label={t('request.ruling')}>
        <Radio.Group options={offered.map((value) => ({ value, label: t(`request.rulingOf.${value}`) }))} />
      </Form.Item>
      <Form.Item<RuleForm> noStyle dependencies={['ruling']}>
        {({ getFieldValue }) => <RuledUnits ruling={rulingOf(getFieldValue('ruling'))} one={one} />}
      </Form.Item>
      <Form.Item name="reasons" label={t('request.reasons')} rules={needed(t('request.reasons'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} showCount />
      </Form.Item>
    </FormDialog>
  );
}

const rulingOf = (value: unknown): Ruling => rulings.find((one) => one === value) ?? 'stay';

function RuledUnits({ ruling, one }: { ruling: Ruling; one: Dispute }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  if (ruling === 'stay') return null;
  const several = ruling === 'split';
  const swappable = one.swappable.map(({ id, shortName }) => ({ value: id, label: shortName }));
  const label = t(several ? 'request.toUnits' : 'request.toUnit');
  return (
    <>
      <Form.Item name={several ? 'toUnitIds' : 'toUnitId'} label={label} rules={needed(label)}>
        {several ? <UnitsPicker /> : ruling === 'swap' ? <Select options={swappable} /> : <UnitPicker />}
      </Form.Item>
      <Form.Item name="dueAt" label={t('request.newDue')} extra={t('request.newDueHint')}>
        <DuePicker />
      </Form.Item>
    </>
  );
}
