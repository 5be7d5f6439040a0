import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Inspection } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { PlanFaults } from './plan-faults';
import { PlanForm } from './plan-form';
import { bodyOf, type PlanValues } from './plan-values';

/** Changes of a frozen plan that wait, newest first; a principal decides here. */
export function AmendmentList({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation();
  const waiting = inspection.amendments.filter(({ state }) => state === 'proposed');
  if (waiting.length === 0) return null;
  return (
    <section className="stack inspection-part" aria-label={t('inspection.part.amendments')}>
      <h2>{t('inspection.part.amendments')}</h2>
      <ul className="plain-list cards">
        {waiting.map((amendment) => (
          <Waiting key={amendment.id} inspection={inspection} amendment={amendment} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ inspection, amendment }: { inspection: Inspection; amendment: Inspection['amendments'][number] }) {
  const { t } = useTranslation();
  const { id, version, reason, proposedBy, changes, decidable } = amendment;
  const write = useWrite({
    run: (decision: 'approve' | 'decline', key: string) =>
      api.post<Inspection>(`/inspections/${inspection.id}/amendments/${id}/decide`, { decision }, { key, version }),
    said: () => t('inspection.decided'),
    touches: [['inspections']],
    quiet: true,
  });
  return (
    <li className="card">
      <span className="spread">
        <b>{t('inspection.changes', { fields: changes.map((one) => nameOf('inspection.field', one)).join('、') })}</b>
        <b className="soft">{t('inspection.amendmentState.proposed')}</b>
      </span>
      <p className="words">{reason}</p>
      <span className="soft small">{proposedBy.name}</span>
      <PlanFaults cause={write.error} />
      {decidable ? (
        <span className="row">
          <Button type="primary" loading={write.isPending} onClick={() => write.mutate('approve')}>
            {t('inspection.approve')}
          </Button>
          <Button disabled={write.isPending} onClick={() => write.mutate('decline')}>
            {t('inspection.decline')}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

/** The frozen plan in a form: what is changed in it is put before a principal, with a reason. */
export function AmendPlanPart({ inspection, onDone }: { inspection: Inspection; onDone: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { id, version } = inspection;
  const write = useWrite({
    run: (values: PlanValues, key: string) =>
      api.post<{ id: string }>(
        `/inspections/${id}/amendments`,
        { plan: bodyOf(values), reason: reason.trim() },
        { key, version },
      ),
    said: () => t('inspection.amended'),
    touches: [['inspections']],
    quiet: true,
  });
  return (
    <>
      <p className="soft">{t('inspection.amendNote')}</p>
      <PlanForm inspection={inspection} onSave={(values) => write.mutate(values, { onSuccess: onDone })}>
        <PlanFaults cause={write.error} />
        <Form.Item label={t('inspection.amendReason')} htmlFor="amend-reason">
          <Input.TextArea
            id="amend-reason"
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
