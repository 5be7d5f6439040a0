import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { clauseRules } from '../api/codes';
import type { Standard, StandardVersion } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

type Clause = Omit<StandardVersion['clauses'][number], 'limit'> & { limit?: number | null };
interface Draft {
  effectiveFrom: Dayjs;
  passMark: number;
  clauses: Clause[];
}

const freshClause = (clauses: readonly Clause[]): Clause => ({
  key: `c${clauses.length + 1}`,
  text: '',
  rule: 'yes_no',
  points: 0,
  redLine: false,
});

/** Drafts the next version: begins with the draft, else with the version that stands. */
export function DraftDialog({ standard, onClose }: { standard: Standard; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const [base] = standard.versions.filter(({ state }) => state !== 'discarded');
  const write = useWrite({
    run: ({ effectiveFrom, passMark, clauses }: Draft) =>
      api.put<Standard>(
        `/standards/${standard.id}/draft`,
        { effectiveFrom: effectiveFrom.format('YYYY-MM-DD'), passMark, clauses: clauses.map(sent) },
        standard.version,
      ),
    said: () => t('standard.drafted'),
    touches: [['standards']],
    quiet: true,
  });
  const initial: Partial<Draft> = {
    passMark: base?.passMark ?? 0,
    clauses: base?.clauses ?? [freshClause([])],
    ...(base?.state === 'drafted' && { effectiveFrom: dayjs(base.effectiveFrom) }),
  };
  return (
    <FormDialog<Draft, unknown>
      title={t(standard.hasDraft ? 'standard.editDraft' : 'standard.draft')}
      okText={t('standard.saveDraft')}
      intro={<p className="dialog-intro">{t('standard.draftNote')}</p>}
      initial={initial}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="effectiveFrom" label={t('standard.effectiveFrom')} rules={required(t('standard.effectiveFrom'))}>
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="passMark" label={t('standard.passMark')}>
        <InputNumber min={0} max={1_000_000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Clauses />
    </FormDialog>
  );
}

const sent = ({ limit, rule, ...clause }: Clause) => ({
  ...clause,
  rule,
  ...(rule !== 'yes_no' && { limit: limit ?? undefined }),
});

function Clauses() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Draft>();
  return (
    <Form.List name="clauses">
      {(fields, { add, remove }) => (
        <div className="stack">
          {fields.map(({ key, name }) => (
            <ClauseFields key={key} name={name} onRemove={() => remove(name)} />
          ))}
          <Button onClick={() => add(freshClause(form.getFieldsValue().clauses))}>{t('standard.addClause')}</Button>
        </div>
      )}
    </Form.List>
  );
}

function ClauseFields({ name, onRemove }: { name: number; onRemove: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const rule = Form.useWatch<Clause['rule']>(['clauses', name, 'rule']);
  const rules = clauseRules.map((value) => ({ value, label: t(`standard.answer.${value}`) }));
  return (
    <fieldset className="sheet plain" aria-label={t('standard.clause', { count: name + 1 })}>
      <Form.Item
        name={[name, 'text']}
        label={t('standard.clause', { count: name + 1 })}
        rules={required(t('standard.text'))}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <div className="sample-form">
        <Form.Item name={[name, 'key']} label={t('standard.key')} rules={required(t('standard.key'))}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name={[name, 'rule']} label={t('standard.answered')}>
          <Select options={rules} />
        </Form.Item>
        {rule === 'at_least' || rule === 'at_most' ? (
          <Form.Item name={[name, 'limit']} label={t('standard.limit')} rules={required(t('standard.limit'))}>
            <InputNumber style={{ width: '100%' }} />
          </Form.Item>
        ) : null}
        <Form.Item name={[name, 'points']} label={t('standard.pointsLabel')}>
          <InputNumber min={0} max={1000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={[name, 'redLine']} valuePropName="checked">
          <Checkbox>{t('standard.redLine')}</Checkbox>
        </Form.Item>
        <Form.Item>
          <Button onClick={onRemove}>{t('general.remove')}</Button>
        </Form.Item>
      </div>
    </fieldset>
  );
}
