import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { z } from '../api/shape';
import type { HintReason, IntakeHints, SimilarMatter } from '../api/types';
import { ListMark } from '../duty/list-mark';
import { nameOf } from '../i18n/names';
import { countyDay } from '../shared/county-time';
import { MatterStateMark } from '../shared/state-mark';
import { comma } from '../i18n/punctuation';

/** What is known so far of the matter in hand. */
export interface HintQuestion {
  title: string;
  body?: string;
  kind?: string;
  foreignId?: string;
  askers?: string[];
  category?: string;
  matterId?: string;
}

const leastTitle = 4;
const pauseMs = 350;

/** Asks for hints once the writer pauses. */
export function useHints(question: HintQuestion): IntakeHints | undefined {
  const asked = usePaused(JSON.stringify(question));
  const isEnough = question.title.trim().length >= leastTitle;
  const isAsked = titleOf(asked).trim().length >= leastTitle;
  const { data } = useQuery({
    queryKey: ['hints', asked],
    queryFn: ({ signal }) => api.post<IntakeHints>('/matters/hints', JSON.parse(asked), { signal }),
    enabled: isEnough && isAsked,
    placeholderData: (before) => before,
    staleTime: 30_000,
    retry: false,
  });
  return isEnough ? data : undefined;
}

/** The title of a question that was written down. */
function titleOf(asked: string): string {
  const { title } = z.record(JSON.parse(asked));
  return z.text(title);
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

interface HintsProps {
  hints: IntakeHints | undefined;
  takeCategory?: (category: string) => void;
  /** Merges the matter in hand into a similar one. */
  mergeInto?: (similar: SimilarMatter) => void;
}

/** Similar matters, and where this one probably belongs, with the reasons. Nothing happens by itself. */
export function Hints({ hints, takeCategory, mergeInto }: HintsProps) {
  const { t } = useTranslation();
  if (hints === undefined) return null;
  const { similar, categories, units, line } = hints;
  if (similar.length + categories.length + units.length === 0) return null;
  return (
    <section className="sheet hints" aria-label={t('matter.hints')} aria-live="polite">
      <h2>{t('matter.hints')}</h2>
      {similar.length === 0 ? null : (
        <ul className="plain-list">
          {similar.map((one) => (
            <Similar key={one.id} one={one} mergeInto={mergeInto} />
          ))}
        </ul>
      )}
      {categories.map((one) => (
        <Proposal key={one.category} label={t('matter.hintCategory')} words={one.category} hint={one}>
          {takeCategory === undefined ? null : (
            <Button size="small" onClick={() => takeCategory(one.category)}>
              {t('matter.useDuty')}
            </Button>
          )}
        </Proposal>
      ))}
      {units.map((one) => (
        <Proposal
          key={one.unit.id}
          label={t('matter.hintUnit')}
          words={[one.unit, ...one.assistUnits].map((unit) => unit.shortName).join(comma())}
          hint={one}
        />
      ))}
      <LineHint line={line} />
      <p className="faint small">{t('matter.hintsNote')}</p>
    </section>
  );
}

/** On which list of the townships the item stands. */
function LineHint({ line }: Pick<IntakeHints, 'line'>) {
  const { t } = useTranslation();
  if (line?.townshipList == null) return null;
  return (
    <p className="hint-line">
      <span className="soft">{t('duty.hint')}</span> <ListMark list={line.townshipList} />{' '}
      <span className="faint small">{t(`duty.listNote.${line.townshipList}`)}</span>
    </p>
  );
}

function Similar({ one, mergeInto }: { one: SimilarMatter; mergeInto?: HintsProps['mergeInto'] }) {
  const { t } = useTranslation();
  return (
    <li className="hint-line">
      <div className="row">
        {one.likelyDuplicate ? <b className="triage">{t('matter.likelyDuplicate')}</b> : null}
        <Link to="/matters/$id" params={{ id: one.id }} target="_blank">
          {one.title}
        </Link>
      </div>
      <p className="faint small row">
        <span>{one.intakeNo}</span>
        <span>{countyDay(one.receivedAt)}</span>
        <MatterStateMark state={one.state} />
        <span>{t('matter.likeness', { percent: Math.round(one.likeness * 100) })}</span>
        {one.reasons.map((reason) => (
          <span key={reason.code}>{nameOf('matter.hintReason', reason.code)}</span>
        ))}
        {mergeInto !== undefined && one.mayTake ? (
          <Button size="small" onClick={() => mergeInto(one)}>
            {t('matter.mergeInto')}
          </Button>
        ) : null}
      </p>
    </li>
  );
}

interface ProposalProps {
  label: string;
  words: string;
  hint: { confidence: number; reasons: HintReason[] };
  children?: ReactNode;
}

function Proposal({ label, words, hint, children }: ProposalProps) {
  const { t } = useTranslation();
  return (
    <div className="hint-line">
      <div className="row">
        <span className="soft">{label}</span>
        <b>{words}</b>
        <span className="small">{t('matter.confidence', { percent: Math.round(hint.confidence * 100) })}</span>
        {children}
      </div>
      <p className="faint small">
        {hint.reasons.map((reason) => (
          <Reason key={reason.code} reason={reason} />
        ))}
      </p>
    </div>
  );
}

function Reason({ reason }: { reason: HintReason }) {
  const { t } = useTranslation();
  if (reason.code === 'similar_matters')
    return (
      <span>
        {t('matter.reasonSimilar', { count: reason.count ?? 0, of: reason.of ?? 0 })}
        {(reason.examples ?? []).join(comma())}{' '}
      </span>
    );
  return <span>{`${nameOf('matter.hintReason', reason.code)} ${reason.category ?? ''} `}</span>;
}
