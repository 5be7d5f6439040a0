import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import { records } from '../api/records';
import { useMe } from '../api/session';
import type { MatterView } from '../api/types';
import { useWrite } from '../api/write';
import { Broken } from '../app/boundary';
import { EvidenceList } from '../shared/evidence';
import { keepFile } from '../shared/keep-file';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { MatterStateMark } from '../shared/state-mark';
import { TaskLines } from '../task/children';
import { Instructions } from '../task/instructions';
import { HoldBar } from '../personal/hold-bar';
import { UnmaskTexts } from '../personal/unmask';
import { MatterActs } from './matter-acts-bar';
import { MatterFacts } from './matter-facts';
import { MatterFile } from './matter-file';
import { PageHints } from './page-hints';
import { SourceTools } from './source-tools';
import { Proposals } from './proposals';
import { Replies } from './replies';

/** One matter: what came in, what was made of it, and what was answered. */
export function MatterPage() {
  const { id } = useParams({ from: '/inside/matters/$id' });
  const query = useQuery(records.matter(id));
  if (query.error instanceof Problem && query.data === undefined && query.error.status < 500)
    return <Broken error={query.error} />;
  return (
    <Remote query={query} rows={12}>
      {(matter) => <MatterSheet matter={matter} />}
    </Remote>
  );
}

function MatterSheet({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  return (
    <article>
      <PageHead
        title={matter.title}
        sub={<Standing matter={matter} />}
        acts={
          <>
            <PrintLink id={matter.id} />
            <CaseFile matter={matter} />
          </>
        }
      />
      <div className="task-columns">
        <div className="stack">
          <MatterActs matter={matter} />
          <section className="sheet">
            <h2>{t('matter.body')}</h2>
            <p className="words matter-body">{matter.body}</p>
            <UnmaskTexts matter={matter} />
            {matter.evidence.length === 0 ? null : <EvidenceList files={matter.evidence} />}
          </section>
          <Instructions
            subjectType="matter"
            subjectId={matter.id}
            instructions={matter.instructions}
            mayGive={matter.actions.includes('instructions')}
          />
          <Proposals matter={matter} />
          <Replies matter={matter} />
          <MatterFile matter={matter} />
        </div>
        <Beside matter={matter} />
      </div>
    </article>
  );
}

/** What stands beside the matter. */
function Beside({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  return (
    <aside className="stack" aria-label={t('matter.facts')}>
      <MatterFacts matter={matter} />
      <SourceTools matter={matter} />
      <HoldBar matter={matter} />
      {matter.state === 'received' && acts.includes('matter.hints') ? <PageHints matter={matter} /> : null}
      {matter.tasks.length === 0 ? null : (
        <section className="sheet">
          <h2>{t('matter.tasks')}</h2>
          <TaskLines tasks={matter.tasks} />
        </section>
      )}
    </aside>
  );
}

function CaseFile({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  const me = useMe();
  const take = useWrite({
    run: async () =>
      keepFile(
        await api.file('GET', `/matters/${matter.id}/case-file`),
        `卷宗-${matter.number ?? matter.intakeNo}.zip`,
      ),
    touches: [],
  });
  if (!me.acts.includes('matter.case_file')) return null;
  return (
    <Button title={t('matter.caseFileNote')} loading={take.isPending} onClick={() => take.mutate(undefined)}>
      {t('matter.caseFile')}
    </Button>
  );
}

function PrintLink({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Link to="/matters/$id/print" params={{ id }}>
      {t('task.print')}
    </Link>
  );
}

function Standing({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  return (
    <span className="row">
      <span>{matter.intakeNo}</span>
      {matter.number === null ? null : <span>{matter.number}</span>}
      <MatterStateMark state={matter.state} />
      {matter.restricted ? <b className="triage">{t('matter.restricted')}</b> : null}
      {matter.needsTriage ? <b className="triage">{t('matter.needsTriage')}</b> : null}
    </span>
  );
}
