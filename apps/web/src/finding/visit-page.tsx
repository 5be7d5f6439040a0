import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { Checklist } from '../api/types';
import { checklistWith, type PendingChecklist, visitWith } from '../field/pending';
import { useField, useReady } from '../field/use-field';
import { placeOf, VisitActs } from '../inspection/visit-card';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { MaterialSection } from '../material/material-section';
import { RecognitionSection } from '../recognition/recognition-section';
import { ClauseCard } from './clause-card';
import { HalfWritten, useDrafts } from './half-written';
import { RecordDialog } from './record-dialog';

/** What a group does at a place, on the phone: clause by clause, with a finding two taps away. */
export function VisitPage() {
  const { id } = useParams({ from: '/inside/visits/$id' });
  const query = useQuery(lists.checklist(id));
  return <Remote query={query}>{(checklist) => <Visit checklist={checklist} />}</Remote>;
}

function Visit({ checklist: told }: { checklist: Checklist }) {
  const { t } = useTranslation();
  const { items } = useField();
  const checklist = checklistWith(told, items);
  const [clause, record] = useState<string | null | undefined>();
  const { drafts, again } = useDrafts(checklist.visitId);
  const { clauses, writable, visitId } = checklist;
  const where = placeOf(checklist);
  const isHousehold = checklist.site?.kind === 'household';
  return (
    <>
      <Head checklist={checklist} where={where} />
      <Going visitId={visitId} writable={writable} at="top" />
      <Standing checklist={checklist} onOther={() => record(null)} />
      {writable && clause === undefined ? <HalfWritten drafts={drafts} onGoOn={record} onDrop={again} /> : null}
      {clauses.length === 0 ? <p className="soft">{t('finding.checklist.noStandard')}</p> : null}
      <Clauses checklist={checklist} where={where} onFind={record} />
      {isHousehold ? <RecognitionSection visitId={visitId} clauses={clauses} writable={writable} /> : null}
      <MaterialSection visitId={visitId} writable={writable} />
      <Going visitId={visitId} writable={writable} at="foot" />
      {clause === undefined ? null : (
        <RecordDialog
          visitId={visitId}
          where={where}
          clause={clauses.find(({ key }) => key === clause) ?? null}
          draft={drafts.find((one) => one.clause === clause)}
          onClose={() => {
            record(undefined);
            again();
          }}
        />
      )}
    </>
  );
}

interface ClausesProps {
  checklist: PendingChecklist;
  where: string;
  onFind: (clause: string) => void;
}

function Clauses({ checklist: { clauses, visitId, writable }, where, onFind }: ClausesProps) {
  return (
    <ol className="plain-list cards">
      {clauses.map((one) => (
        <ClauseCard
          key={one.key}
          visitId={visitId}
          where={where}
          clause={one}
          writable={writable}
          onFind={() => onFind(one.key)}
        />
      ))}
    </ol>
  );
}

function Head({ checklist, where }: { checklist: PendingChecklist; where: string }) {
  const { t } = useTranslation();
  const { inspection, group } = checklist;
  const known = ['assigned', 'arrived', 'done', 'absent', 'refused', 'replaced'] as const;
  const state = known.find((one) => one === checklist.state) ?? 'assigned';
  return (
    <PageHead
      title={where}
      sub={`${inspection.name} · ${t('finding.checklist.group', { group, state: t(`finding.checklist.state.${state}`) })}`}
      acts={
        <Link to="/visits">
          <Button>{t('inspection.mine')}</Button>
        </Link>
      }
    />
  );
}

/** How far the checklist is, always in sight; what no clause foresaw is recorded from here. */
function Standing({ checklist, onOther }: { checklist: PendingChecklist; onOther: () => void }) {
  const { t } = useTranslation();
  const { answered, clauses, verdict, score, highest, writable, unsent, visitId } = checklist;
  const here = useReady().has(visitId);
  return (
    <div className="visit-bar spread">
      <span className="finding-marks" role="status">
        {clauses.length === 0 ? null : (
          <>
            <b>{t('finding.checklist.progress', { answered, of: clauses.length })}</b>
            {unsent > 0 ? null : <span className="soft">{t('finding.checklist.score', { score, highest })}</span>}
            {verdict === null || unsent > 0 ? null : (
              <b className={verdict === 'failed' ? 'grave' : 'soft'}>{t(`finding.checklist.verdict.${verdict}`)}</b>
            )}
          </>
        )}
        {here ? <span className="offline-mark">{t('field.ready')}</span> : null}
        {unsent === 0 ? null : <span className="unsent-mark">{t('field.unsent', { count: unsent })}</span>}
      </span>
      {writable ? <Button onClick={onOther}>{t('finding.checklist.other')}</Button> : null}
    </div>
  );
}

interface GoingProps {
  visitId: string;
  writable: boolean;
  at: 'top' | 'foot';
}

/** Arriving stands above the checklist, how the visit ends below it; who only reads is told so. */
function Going({ visitId, writable, at }: GoingProps) {
  const { t } = useTranslation();
  const { data } = useQuery(lists.visit(visitId));
  const { items } = useField();
  if (data === undefined) return null;
  const visit = visitWith(data, items);
  const waits = visit.state === 'assigned' && visit.actions.includes('arrive');
  if (at === 'top' && !waits)
    return writable ? null : <Alert type="info" showIcon title={t('finding.checklist.readOnly')} />;
  if (visit.actions.length === 0 || (at === 'top') !== waits) return null;
  return (
    <section className="stack finding-section" aria-label={t('inspection.visitResult')}>
      {waits ? <p className="soft">{t('inspection.visitArriveFirst')}</p> : <h2>{t('inspection.visitResult')}</h2>}
      <VisitActs visit={visit} />
    </section>
  );
}
