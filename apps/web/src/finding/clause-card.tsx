import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PendingClause as Clause } from '../field/pending';
import { useDeeds } from '../field/use-field';
import { countyTime } from '../shared/county-time';
import { colon } from '../i18n/punctuation';

interface ClauseProps {
  visitId: string;
  where: string;
  clause: Clause;
  writable: boolean;
  onFind: () => void;
}

/** One clause: one tap answers it, one more records a finding against it. */
export function ClauseCard({ visitId, where, clause, writable, onFind }: ClauseProps) {
  const { t } = useTranslation();
  const write = useDeeds<boolean | number>(
    { visitId, where },
    (found) => [{ deed: { kind: 'answer', clause: clause.key, text: clause.text, found } }],
    t('finding.checklist.saved'),
  );
  const answer = (found: boolean | number) => write.mutate(found);
  return (
    <li className="card clause-card">
      <span>
        {clause.redLine ? <b className="notice-new">{t('finding.redLine')}</b> : null} <b>{clause.text}</b>
      </span>
      {writable ? (
        <div className="clause-acts">
          {clause.rule === 'yes_no' ? (
            <YesNo clause={clause} busy={write.isPending} answer={answer} />
          ) : (
            <Counted clause={clause} busy={write.isPending} answer={answer} />
          )}
          <Button
            danger={clause.met === false}
            onClick={onFind}
            aria-label={`${t('finding.checklist.find')}${colon()}${clause.text}`}
          >
            {t('finding.checklist.find')}
          </Button>
        </div>
      ) : null}
      <ClauseFacts clause={clause} />
    </li>
  );
}

function YesNo({ clause, busy, answer }: { clause: Clause; busy: boolean; answer: (met: boolean) => void }) {
  const { t } = useTranslation();
  const choice = (met: boolean, words: string) => (
    <Button
      type={clause.met === met ? 'primary' : 'default'}
      aria-pressed={clause.met === met}
      aria-label={`${words}${colon()}${clause.text}`}
      disabled={busy}
      onClick={() => answer(met)}
    >
      {words}
    </Button>
  );
  return (
    <>
      {choice(true, t('finding.checklist.met'))}
      {choice(false, t('finding.checklist.unmet'))}
    </>
  );
}

function Counted({ clause, busy, answer }: { clause: Clause; busy: boolean; answer: (value: number) => void }) {
  const { t } = useTranslation();
  const [value, setValue] = useState<number | null>(typeof clause.found === 'number' ? clause.found : null);
  return (
    <>
      <InputNumber
        aria-label={`${t('finding.checklist.value')}${colon()}${clause.text}`}
        inputMode="decimal"
        value={value}
        onChange={setValue}
      />
      <Button disabled={value === null || busy} onClick={() => value !== null && answer(value)}>
        {t('finding.checklist.save')}
      </Button>
    </>
  );
}

function ClauseFacts({ clause }: { clause: Clause }) {
  const { t } = useTranslation();
  const { rule, limit, met, found, answeredBy, findings, others, unsent } = clause;
  const inWords = (value: boolean | number): string =>
    typeof value === 'number' ? String(value) : t(`finding.checklist.${value ? 'met' : 'unmet'}`);
  const facts = [
    ...(rule === 'yes_no' ? [] : [t(`finding.checklist.limit.${rule}`, { limit: limit ?? 0 })]),
    ...(typeof found === 'number' ? [String(found)] : []),
    ...(met === null ? [] : [t(met ? 'finding.checklist.met' : 'finding.checklist.unmet')]),
    ...(answeredBy === null ? [] : [answeredBy]),
    ...(findings === 0 ? [] : [t('finding.checklist.findings', { count: findings })]),
  ];
  return (
    <>
      {facts.length === 0 && !unsent ? null : (
        <span className="soft small">
          {facts.join(' · ')}
          {unsent ? <span className="unsent-mark"> {t('field.waits')}</span> : null}
        </span>
      )}
      {others.map(({ answeredBy: name, found: other, seenAt }) => (
        <span key={name} className="small">
          {t('field.other', { name, answer: inWords(other), at: countyTime(seenAt) })}
        </span>
      ))}
    </>
  );
}
