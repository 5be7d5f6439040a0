import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import type { SharedProblem, SpreadTable } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { DuePicker, UnitPicker } from '../shared/pickers';

interface CallProps {
  inspectionId: string;
  spread: SpreadTable['spreads'][number];
  onClose: () => void;
}

/** A person calls findings one common problem, and says why where the rule suggests otherwise. */
export function CallDialog({ inspectionId, spread, onClose }: CallProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: (said: object, key: string) =>
      api.post<SharedProblem[]>(
        `/inspections/${inspectionId}/common-problems`,
        { ...said, findingIds: spread.findingIds },
        { key },
      ),
    said: () => t('finding.spread.called'),
    touches: [['findings']],
    quiet: true,
  });
  return (
    <FormDialog<object, SharedProblem[]>
      title={t('finding.spread.call')}
      intro={<p className="dialog-intro">{t(`finding.spread.suggested.${spread.suggested}`)}</p>}
      initial={{ name: spread.text.slice(0, 200) }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('finding.spread.name')} rules={required(t('finding.spread.name'))}>
        <Input maxLength={200} />
      </Form.Item>
      <Long name="cause" extra={spread.suggested === 'individual' ? t('finding.spread.causeNote') : undefined} />
      <Form.Item name="ownerUnitId" label={t('finding.spread.owner')}>
        <UnitPicker />
      </Form.Item>
      <Long name="measure" />
      <Form.Item name="document" label={t('finding.spread.document')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

function Long({ name, extra }: { name: 'cause' | 'measure'; extra?: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={t(`finding.spread.${name}`)} extra={extra}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
    </Form.Item>
  );
}

interface CheckProps {
  inspectionId: string;
  problem: SharedProblem;
  onClose: () => void;
}

/** Every unit that was not asked yet looks for the problem at home. */
export function SelfCheckDialog({ inspectionId, problem, onClose }: CheckProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: (said: object, key: string) =>
      api.post<SharedProblem[]>(`/inspections/${inspectionId}/common-problems/${problem.id}/self-check`, said, { key }),
    said: () => t('finding.spread.ordered'),
    touches: [['findings'], ['tasks']],
    quiet: true,
  });
  const wanted = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  return (
    <FormDialog<object, SharedProblem[]>
      title={t('finding.spread.selfCheck')}
      intro={<p className="dialog-intro">{problem.name}</p>}
      initial={{ unitIds: problem.uncovered.map(({ id }) => id) }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="unitIds" label={t('finding.spread.units')} rules={wanted(t('finding.spread.units'))}>
        <Select
          mode="multiple"
          options={problem.uncovered.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
      </Form.Item>
      <Form.Item name="demand" label={t('finding.demand')} rules={required(t('finding.demand'))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="dueAt" label={t('finding.due')} rules={wanted(t('finding.due'))}>
        <DuePicker />
      </Form.Item>
    </FormDialog>
  );
}
