import { Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../api/types';
import { PlanFaults } from './plan-faults';
import { PlanForm } from './plan-form';
import { bodyOf, type PlanValues } from './plan-values';

/** A plan as the server reads it. */
export type PlanBody = ReturnType<typeof bodyOf>;

/** A whole plan as it would be, and why. */
export interface Amended {
  plan: PlanBody;
  reason: string;
}

/** Where a plan goes when it is saved; its refusals are shown beside the fields. */
interface Writing<Input> {
  mutate: (input: Input, then?: { onSuccess: () => void }) => void;
  isPending: boolean;
  error: Error | null;
}

interface PlanWritingProps<Input> {
  inspection: Inspection;
  write: Writing<Input>;
}

/** A drafted plan, replaced whole. */
export function DraftPlan({ inspection, write }: PlanWritingProps<PlanBody>) {
  const { t } = useTranslation();
  return (
    <PlanForm inspection={inspection} onSave={(values: PlanValues) => write.mutate(bodyOf(values))}>
      <PlanFaults cause={write.error} />
      <p>
        <Button type="primary" size="large" htmlType="submit" loading={write.isPending}>
          {t('inspection.save')}
        </Button>
      </p>
    </PlanForm>
  );
}

/** The frozen plan in a form: what is changed in it is put before a principal, with a reason. */
export function AmendPlan({ inspection, write, onDone }: PlanWritingProps<Amended> & { onDone: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const field = useId();
  const send = (values: PlanValues): void =>
    write.mutate({ plan: bodyOf(values), reason: reason.trim() }, { onSuccess: onDone });
  return (
    <>
      <p className="soft">{t('inspection.amendNote')}</p>
      <PlanForm inspection={inspection} onSave={send}>
        <PlanFaults cause={write.error} />
        <Form.Item label={t('inspection.amendReason')} htmlFor={field}>
          <Input.TextArea
            id={field}
            value={reason}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        <p className="row">
          <Button onClick={onDone}>{t('general.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={write.isPending}>
            {t('inspection.amendSend')}
          </Button>
        </p>
      </PlanForm>
    </>
  );
}
