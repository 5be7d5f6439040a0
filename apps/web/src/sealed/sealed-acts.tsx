import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import type { SealedPlan } from '../api/sealed-types';
import { FormDialog } from '../shared/form-dialog';
import type { OpenSealed } from './use-sealed';
import { useSealedWrite } from './use-sealed-write';

const steps = ['cancel', 'propose', 'approve', 'instruct', 'seal'] as const;
type Step = (typeof steps)[number];

interface ActsProps {
  opened: OpenSealed;
  /** A refusal with places in the plan: the page shows it above the plan. */
  onRefused: (cause: Error | null) => void;
}

/** The steps of a sealed plan to its sealing, each asked once more before it is done. */
export function SealedActs({ opened, onRefused }: ActsProps) {
  const { t } = useTranslation();
  const [step, choose] = useState<Step | null>(null);
  const open = (one: Step): void => {
    onRefused(null);
    choose(one);
  };
  return (
    <>
      {steps
        .filter((one) => opened.plan.actions.includes(one))
        .map((one) => (
          <Button key={one} type={one === 'cancel' ? 'default' : 'primary'} onClick={() => open(one)}>
            {t(`sealed.${one}`)}
          </Button>
        ))}
      {step === null ? null : (
        <StepDialog opened={opened} step={step} onClose={() => choose(null)} onRefused={onRefused} />
      )}
    </>
  );
}

interface Said {
  words?: string;
  reason?: string;
}

function StepDialog({ opened, step, onClose, onRefused }: ActsProps & { step: Step; onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useSealedWrite({
    run: async (said: Said) => {
      try {
        return await opened.act(step, said);
      } catch (cause) {
        // a refusal with places in the plan is also shown above the plan
        if (cause instanceof Error) onRefused(cause);
        throw cause;
      }
    },
    said: () => t('sealed.done'),
    quiet: true,
  });
  const notes = { cancel: 'sealed.cancelNote', seal: 'sealed.sealNote' } as const;
  const note = step === 'cancel' || step === 'seal' ? t(notes[step]) : undefined;
  return (
    <FormDialog<Said, SealedPlan>
      title={t(`sealed.${step}`)}
      intro={note === undefined ? undefined : <p className="dialog-intro">{note}</p>}
      write={write}
      grave={step === 'cancel'}
      onClose={onClose}
    >
      {step === 'approve' || step === 'instruct' ? (
        <Form.Item name="words" label={t('sealed.words')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      ) : null}
      {step === 'cancel' ? (
        <Form.Item name="reason" label={t('sealed.reason')} rules={required(t('sealed.reason'))}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
