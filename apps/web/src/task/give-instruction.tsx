import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { InstructionKind } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { AnyUnitsPicker, townships } from '../shared/pickers';

interface Given {
  kind: InstructionKind;
  words: string;
  unitIds?: string[];
  reportEvery?: string;
}
interface GiveInstructionProps {
  subjectType: 'task' | 'matter';
  subjectId: string;
  onClose: () => void;
}
const kinds: InstructionKind[] = ['order', 'guidance', 'reference'];

/** A leader's words on a task or matter; a further one makes a new edition. */
export function GiveInstruction({ subjectType, subjectId, onClose }: GiveInstructionProps) {
  const { t } = useTranslation();
  const give = useWrite({
    run: (input: Given, key) => api.post('/instructions', { subjectType, subjectId, ...input }, { key }),
    said: () => t('task.acted', { act: t('task.giveInstruction') }),
    touches: [
      ['task', subjectId],
      ['matter', subjectId],
      ['timeline', subjectId],
    ],
    quiet: true,
  });
  const words = t('task.field.words');
  return (
    <FormDialog
      title={t('task.giveInstruction')}
      intro={<p className="act-consequence">{t('task.instructionHint')}</p>}
      initial={{ kind: 'order' }}
      write={give}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('task.instructions')}>
        <Radio.Group options={kinds.map((value) => ({ value, label: t(`words.instructionKind.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="words"
        label={words}
        rules={[{ required: true, message: t('general.required', { what: words }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} autoFocus />
      </Form.Item>
      <Allowed />
    </FormDialog>
  );
}

/** An order may name townships that take it although their duty lists say otherwise, and allow reports more often than monthly. */
function Allowed() {
  const { t } = useTranslation();
  const kind = Form.useWatch<InstructionKind>('kind');
  if (kind !== undefined && kind !== 'order') return null;
  return (
    <>
      <Form.Item name="unitIds" label={t('duty.allow') + t('general.optional')} extra={t('duty.allowHint')}>
        <AnyUnitsPicker only={townships} />
      </Form.Item>
      <Form.Item
        name="reportEvery"
        label={t('task.routine.order') + t('general.optional')}
        extra={t('task.routine.orderHint')}
      >
        <Select
          allowClear
          options={(['week', 'half_month'] as const).map((value) => ({
            value,
            label: t(`task.routine.every.${value}`),
          }))}
        />
      </Form.Item>
    </>
  );
}
