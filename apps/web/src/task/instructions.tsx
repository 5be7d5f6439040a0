import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/session';
import type { InstructionKind, InstructionView } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';

interface InstructionsProps {
  subjectType: 'task' | 'matter';
  subjectId: string;
  instructions: InstructionView[];
  mayGive: boolean;
}
const givers = ['principal', 'leader_office', 'county_leader'];

/** A leader's words on a record, every edition kept; leaders may add theirs. */
export function Instructions({ subjectType, subjectId, instructions, mayGive }: InstructionsProps) {
  const { t } = useTranslation();
  const role = useMe().acting?.role;
  const giver = mayGive || (role !== undefined && givers.includes(role));
  const [open, setOpen] = useState(false);
  if (instructions.length === 0 && !giver) return null;
  return (
    <section className="sheet instructions">
      <div className="spread">
        <h2>{t('task.instructions')}</h2>
        {giver ? <Button onClick={() => setOpen(true)}>{t('task.giveInstruction')}</Button> : null}
      </div>
      {instructions.length === 0 ? <p className="faint">{t('task.noInstructions')}</p> : null}
      {instructions.map((one) => (
        <InstructionLine key={one.id} instruction={one} />
      ))}
      {open ? <GiveInstruction subjectType={subjectType} subjectId={subjectId} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function InstructionLine({ instruction: one }: { instruction: InstructionView }) {
  const { t } = useTranslation();
  const disown = useWrite({
    run: (_: void, key) => api.post(`/instructions/${one.id}/disown`, {}, { key }),
    touches: [['task'], ['matter'], ['tray']],
  });
  return (
    <blockquote className="instruction" data-disowned={one.disownedAt !== null}>
      <p className="words">{one.words}</p>
      <footer className="small">
        {one.givenBy.name} · {t(`words.instructionKind.${one.kind}`)} · {countyTime(one.givenAt)}
        {one.edition > 1 ? ` · ${t('task.instructionEdition', { n: one.edition })}` : ''}
        {one.enteredBy.id === one.givenBy.id ? '' : ` · ${t('task.enteredFor', { name: one.enteredBy.name })}`}
        {one.disownedAt === null ? '' : ` · ${t('task.disowned')}`}
        {one.actions.includes('disown') ? (
          <Button size="small" type="link" loading={disown.isPending} onClick={() => disown.mutate()}>
            {t('words.act.instruction.disown')}
          </Button>
        ) : null}
      </footer>
    </blockquote>
  );
}

interface Given {
  kind: InstructionKind;
  words: string;
}

function GiveInstruction({
  subjectType,
  subjectId,
  onClose,
}: Omit<InstructionsProps, 'instructions' | 'mayGive'> & { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const give = useWrite({
    run: (input: Given, key) => api.post('/instructions', { subjectType, subjectId, ...input }, { key }),
    said: () => t('task.acted', { act: t('task.giveInstruction') }),
    touches: [
      ['task', subjectId],
      ['matter', subjectId],
      ['timeline', subjectId],
    ],
  });
  const kinds: InstructionKind[] = ['order', 'guidance', 'reference'];
  return (
    <Modal
      open
      title={t('task.giveInstruction')}
      okText={t('task.giveInstruction')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={give.isPending}
    >
      <p className="soft small">{t('task.instructionHint')}</p>
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'order' }}
        onFinish={(input) => give.mutate(input, { onSuccess: onClose })}
      >
        <Form.Item name="kind" label={t('task.instructions')}>
          <Radio.Group options={kinds.map((value) => ({ value, label: t(`words.instructionKind.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="words"
          label={t('task.field.words')}
          rules={[{ required: true, message: t('general.required', { what: t('task.field.words') }) }]}
        >
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
