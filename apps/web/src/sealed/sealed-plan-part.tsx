import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealedPlan } from '../api/sealed-types';
import { nameOf } from '../i18n/names';
import { PlanFaults } from '../inspection/plan-faults';
import { PlanRead } from '../inspection/plan-view';
import { type Amended, AmendPlan, DraftPlan, type PlanBody } from '../inspection/plan-writing';
import { SealedDraw } from './sealed-draw';
import type { OpenSealed } from './use-sealed';
import { useSealedWrite } from './use-sealed-write';
import { comma } from '../i18n/punctuation';

/** The plan in the same form as an open one; only where it is sent differs. */
export function SealedPlanPart({ opened }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const [amending, amend] = useState(false);
  const { plan } = opened;
  const { inspection, actions } = plan;
  if (actions.includes('plan')) return <Edit opened={opened} />;
  if (amending) return <Amend opened={opened} onDone={() => amend(false)} />;
  return (
    <div className="stack">
      <Waiting opened={opened} />
      {actions.includes('amend') ? (
        <p>
          <Button onClick={() => amend(true)}>{t('inspection.amend')}</Button>
        </p>
      ) : null}
      <PlanRead inspection={inspection} />
      <SealedDraw opened={opened} />
    </div>
  );
}

function Edit({ opened }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const write = useSealedWrite<PlanBody, SealedPlan>({
    run: (plan) => opened.act('plan', { plan }),
    said: () => t('sealed.saved'),
    quiet: true,
  });
  return <DraftPlan inspection={opened.plan.inspection} write={write} />;
}

/** Changes of the frozen plan that wait; a named principal decides here. */
function Waiting({ opened }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const waiting = opened.plan.inspection.amendments.filter(({ state }) => state === 'proposed');
  const write = useSealedWrite({
    run: ({ id, decision }: { id: string; decision: 'approve' | 'decline' }) =>
      opened.act(`amendments/${id}/decide`, { decision }),
    said: () => t('sealed.decided'),
    quiet: true,
  });
  return waiting.map(({ id, reason, changes, proposedBy, decidable }) => (
    <section key={id} className="card stack" aria-label={t('inspection.part.amendments')}>
      <b>{t('inspection.changes', { fields: changes.map((one) => nameOf('inspection.field', one)).join(comma()) })}</b>
      <p className="words">{reason}</p>
      <span className="soft small">{proposedBy.name}</span>
      <PlanFaults cause={write.error} />
      {decidable ? (
        <span className="row">
          {(['approve', 'decline'] as const).map((decision) => (
            <Button
              key={decision}
              type={decision === 'approve' ? 'primary' : 'default'}
              disabled={write.isPending}
              onClick={() => write.mutate({ id, decision })}
            >
              {t(`inspection.${decision}`)}
            </Button>
          ))}
        </span>
      ) : null}
    </section>
  ));
}

function Amend({ opened, onDone }: { opened: OpenSealed; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useSealedWrite<Amended, SealedPlan>({
    run: (amended) => opened.act('amendments', amended),
    said: () => t('inspection.amended'),
    quiet: true,
  });
  return <AmendPlan inspection={opened.plan.inspection} write={write} onDone={onDone} />;
}
