import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Inspection } from '../api/types';
import { useWrite } from '../api/write';
import { nameOf } from '../i18n/names';
import { PlanFaults } from './plan-faults';
import { type Amended, AmendPlan } from './plan-writing';
import { comma } from '../i18n/punctuation';

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
        <b>
          {t('inspection.changes', { fields: changes.map((one) => nameOf('inspection.field', one)).join(comma()) })}
        </b>
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

/** A change of the frozen plan, on its way to a principal. */
export function AmendPlanPart({ inspection, onDone }: { inspection: Inspection; onDone: () => void }) {
  const { t } = useTranslation();
  const { id, version } = inspection;
  const write = useWrite({
    run: (amended: Amended, key: string) =>
      api.post<{ id: string }>(`/inspections/${id}/amendments`, amended, { key, version }),
    said: () => t('inspection.amended'),
    touches: [['inspections']],
    quiet: true,
  });
  return <AmendPlan inspection={inspection} write={write} onDone={onDone} />;
}
