import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { Inspection } from '../api/types';
import { useWrite } from '../api/write';
import { PatrolPart } from '../patrol/patrol-part';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { AmendmentList, AmendPlanPart } from './amendments';
import { CodeShow } from './code-show';
import { DrawList } from './draw-list';
import { FindingLinks } from './finding-links';
import { InspectionActs } from './inspection-acts';
import { PlanFaults } from './plan-faults';
import { PlanRead } from './plan-view';
import { DraftPlan, type PlanBody } from './plan-writing';

/** One inspection: its plan to be written or read, its draws, its code, and what may be done now. */
export function InspectionPage() {
  const { id } = useParams({ from: '/inside/inspections/$id' });
  const query = useQuery(lists.inspection(id));
  return <Remote query={query}>{(found) => <Desk key={`${found.id} ${found.state}`} inspection={found} />}</Remote>;
}

function Desk({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation();
  const [amending, amend] = useState(false);
  const [refused, refuse] = useState<Error | null>(null);
  const { id, name, number, state, releasedAt, actions } = inspection;
  const head = [number, t(`inspection.state.${state}`)].filter((one) => one !== null).join(' · ');
  return (
    <>
      <PageHead
        title={name}
        sub={head}
        acts={
          <>
            {releasedAt === null ? null : <AfterRelease id={id} />}
            <InspectionActs inspection={inspection} onAmend={() => amend(true)} onRefused={refuse} />
          </>
        }
      />
      <PlanFaults cause={refused} of={inspection} />
      <Clashes inspection={inspection} />
      <AmendmentList inspection={inspection} />
      <CodeShow inspection={inspection} />
      {actions.includes('plan') ? (
        <PlanEdit inspection={inspection} />
      ) : amending ? (
        <AmendPlanPart inspection={inspection} onDone={() => amend(false)} />
      ) : (
        <PlanRead inspection={inspection} />
      )}
      <OnTheGround inspection={inspection} />
    </>
  );
}

/** Who goes where: by the roster of a patrol, by lot. */
function OnTheGround({ inspection }: { inspection: Inspection }) {
  return (
    <>
      {inspection.standing ? <PatrolPart inspection={inspection} /> : null}
      <DrawList inspection={inspection} />
    </>
  );
}

/** Where one goes on once it is out. */
function AfterRelease({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to="/inspections/$id/board" params={{ id }}>
        <Button>{t('inspection.board')}</Button>
      </Link>
      <Link to="/inspections/$id/sheets" params={{ id }}>
        <Button>{t('callUp.sheets')}</Button>
      </Link>
      <FindingLinks inspectionId={id} />
    </>
  );
}

function PlanEdit({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation();
  const { id, version } = inspection;
  const write = useWrite({
    run: (plan: PlanBody) => api.put<Inspection>(`/inspections/${id}/plan`, plan, version),
    said: () => t('inspection.saved'),
    touches: [['inspections']],
    quiet: true,
  });
  return <DraftPlan inspection={inspection} write={write} />;
}

function Clashes({ inspection: { clashes, state } }: { inspection: Inspection }) {
  const { t } = useTranslation();
  if (clashes.length === 0 || !['draft', 'proposed', 'planned'].includes(state)) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="dialog-problem"
      title={t('inspection.clash')}
      description={
        <>
          <ul>
            {clashes.map(({ inspectionId, name, fromOn, toOn, unit }) => (
              <li key={`${inspectionId} ${unit.id}`}>
                <Link className="underlined" to="/inspections/$id" params={{ id: inspectionId }}>
                  {t('inspection.clashWith', { unit: unit.shortName, name, from: fromOn, to: toOn })}
                </Link>
              </li>
            ))}
          </ul>
          {t('inspection.clashNote')}
        </>
      }
    />
  );
}
