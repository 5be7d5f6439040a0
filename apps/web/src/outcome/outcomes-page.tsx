import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { Outcome } from '../api/types';
import { countyDay } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { type OutcomeAct, OutcomeDialog } from './outcome-dialogs';

/** Proposals of praise, criticism and accountability: nothing follows of any without a principal's approval. */
export function OutcomesPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.outcomes({}));
  return (
    <>
      <PageHead title={t('outcome.title')} sub={t('outcome.note')} />
      <RemotePages query={query} empty={t('outcome.empty')} rows={4}>
        {(items) => (
          <ul className="plain-list cards">
            {items.map((outcome) => (
              <OutcomeCard key={outcome.id} outcome={outcome} />
            ))}
          </ul>
        )}
      </RemotePages>
    </>
  );
}

function OutcomeCard({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const { unit, kind, state, words, inspection, conclusionId } = outcome;
  return (
    <li className="card">
      <span className="spread">
        <b>{`${t(`outcome.kind.${kind}`)} · ${unit.shortName}`}</b>
        <b className={state === 'proposed' ? 'unsettled' : 'soft'}>{t(`outcome.state.${state}`)}</b>
      </span>
      <p className="words">{words}</p>
      <span className="soft small">
        {inspection.name}
        {conclusionId === null ? null : (
          <>
            {' · '}
            <Link className="underlined" to="/conclusions/$id" params={{ id: conclusionId }}>
              {t('outcome.conclusion')}
            </Link>
          </>
        )}
      </span>
      <History outcome={outcome} />
      <OutcomeActs outcome={outcome} />
    </li>
  );
}

/** Who proposed, who decided with which words, to whom it went. */
function History({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const { proposedBy, proposedAt, decidedBy, decidedAt, decidedWords, state, toOrgan, receiptNo, handedAt } = outcome;
  const decided = state === 'refused' ? 'outcome.refusedBy' : 'outcome.approvedBy';
  return (
    <>
      <span className="soft small">{t('outcome.proposedBy', { name: proposedBy, day: countyDay(proposedAt) })}</span>
      {decidedBy === null || decidedAt === null ? null : (
        <span className="soft small">
          {t(decided, { name: decidedBy, day: countyDay(decidedAt) })}
          {decidedWords === null || decidedWords === '' ? '' : `${t('general.colon')}${decidedWords}`}
        </span>
      )}
      {toOrgan === null || handedAt === null ? null : (
        <span className="soft small">
          {t('outcome.handedTo', { organ: toOrgan, day: countyDay(handedAt) })}
          {receiptNo === null ? '' : ` · ${t('finding.receiptNo', { number: receiptNo })}`}
        </span>
      )}
    </>
  );
}

const known: readonly OutcomeAct[] = ['approve', 'refuse', 'hand_over'];

function OutcomeActs({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<OutcomeAct | null>(null);
  const acts = known.filter((act) => outcome.actions.includes(act));
  if (acts.length === 0) return null;
  return (
    <span className="row">
      {acts.map((act) => (
        <Button key={act} type={act === 'refuse' ? 'default' : 'primary'} onClick={() => setOpen(act)}>
          {t(`outcome.act.${act}`)}
        </Button>
      ))}
      {open === null ? null : <OutcomeDialog act={open} outcome={outcome} onClose={() => setOpen(null)} />}
    </span>
  );
}
