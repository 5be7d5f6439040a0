import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Finding, FindingBrief } from '../api/types';
import { countyDay, countyTime } from '../shared/county-time';
import { EvidenceList } from '../shared/evidence';
import { Remote } from '../shared/remote';
import { CrossCheckPart } from '../recognition/cross-check';
import { FindingActs } from './finding-acts';
import { comma } from '../i18n/punctuation';

/** One finding with what its reader may do; the evidence unfolds. */
export function FindingCard({ finding }: { finding: FindingBrief }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [open, setOpen] = useState(false);
  const { unit, site, inspection, words, severity, standing, redLine, clauseText, clockDoubted, receivedAt } = finding;
  return (
    <li className="card">
      <span className="spread">
        <span className="finding-marks">
          {redLine ? <b className="notice-new">{t('finding.redLine')}</b> : null}
          <b>{site === null ? unit.shortName : `${unit.shortName} ${site.name}`}</b>
          <span className={severity === 'serious' ? 'grave' : 'soft'}>{t(`finding.severity.${severity}`)}</span>
        </span>
        <b className={standing === 'relapsed' ? 'grave' : 'soft'}>{t(`finding.standing.${standing}`)}</b>
      </span>
      <p className="words">{words}</p>
      {clauseText === null ? null : <span className="soft small">{clauseText}</span>}
      <span className="soft small">
        {acts.includes('finding.roll_up') ? (
          <Link className="underlined" to="/inspections/$id/findings" params={{ id: inspection.id }}>
            {inspection.name}
          </Link>
        ) : (
          inspection.name
        )}
        {` · ${countyDay(receivedAt)} · ${marksOf(finding, t)}`}
      </span>
      {clockDoubted ? <span className="grave small">{t('finding.clockDoubted')}</span> : null}
      <CardActs finding={finding} open={open} toggle={() => setOpen(!open)} />
      {open ? <Details id={finding.id} /> : null}
      {open && finding.raised === 'cross_check' && acts.includes('finding.cross_check') ? (
        <CrossCheckPart findingId={finding.id} />
      ) : null}
    </li>
  );
}

function CardActs({ finding, open, toggle }: { finding: FindingBrief; open: boolean; toggle: () => void }) {
  const { t } = useTranslation();
  return (
    <span className="row">
      <FindingActs finding={finding} />
      <Button aria-expanded={open} onClick={toggle}>
        {t('finding.open')}
      </Button>
      {finding.taskId === null ? null : (
        <Link to="/tasks/$id" params={{ id: finding.taskId }}>
          <Button>{t('finding.task')}</Button>
        </Link>
      )}
    </span>
  );
}

const marksOf = (
  { raised, authors, confirmer, evidenceCount, conduct, result, encounter }: FindingBrief,
  t: TFunction,
): string =>
  [
    ...(raised === 'person' ? [] : [t('recognition.raised')]),
    ...(encounter === 'found' ? [] : [t(`finding.encounter.${encounter}`)]),
    ...(conduct === null ? [] : [t(`finding.conduct.${conduct}`)]),
    ...(result === null ? [] : [t(`finding.result.${result}`)]),
    ...(authors.length === 0 ? [] : [t('finding.seenBy', { names: authors.map(({ name }) => name).join(comma()) })]),
    ...(confirmer === null ? [] : [t('finding.confirmedBy', { name: confirmer.name })]),
    evidenceCount === 0 ? t('finding.noEvidence') : t('finding.evidenceCount', { count: evidenceCount }),
  ].join(' · ');

function Details({ id }: { id: string }) {
  const query = useQuery(lists.finding(id));
  return (
    <Remote query={query} rows={2}>
      {(finding) => <Papers finding={finding} />}
    </Remote>
  );
}

function Papers({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { happenedAt, capturedAt, receivedAt, evidence, mergedIntoId, handOver } = finding;
  const at = (instant: string | null) => (instant === null ? t('finding.unknownTime') : countyTime(instant));
  return (
    <div className="stack">
      <span className="soft small">
        {t('finding.times', { happened: at(happenedAt), captured: at(capturedAt), received: at(receivedAt) })}
      </span>
      {mergedIntoId === null ? null : <span className="soft small">{t('finding.mergedInto')}</span>}
      {handOver === null ? null : (
        <span className="soft small">
          {t('finding.handedTo', { organ: handOver.toOrgan })}
          {handOver.receiptNo === null ? '' : ` · ${t('finding.receiptNo', { number: handOver.receiptNo })}`}
        </span>
      )}
      {evidence.length === 0 ? null : <EvidenceList files={evidence} pictures />}
    </div>
  );
}
