import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Checklist } from '../api/types';
import { useWrite } from '../api/write';

type Clause = Checklist['clauses'][number];

interface ClauseProps {
  visitId: string;
  clause: Clause;
  writable: boolean;
  onFind: () => void;
}

/** One clause: one tap answers it, one more records a finding against it. */
export function ClauseCard({ visitId, clause, writable, onFind }: ClauseProps) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (answer: { met?: boolean; value?: number }) =>
      api.put<Checklist>(`/visits/${visitId}/answers/${clause.key}`, {
        ...answer,
        capturedAt: new Date().toISOString(),
      }),
    said: () => t('finding.checklist.saved'),
    touches: [['checklists', visitId]],
  });
  return (
    <li className="card clause-card">
      <span>
        {clause.redLine ? <b className="notice-new">{t('finding.redLine')}</b> : null} <b>{clause.text}</b>
      </span>
      {writable ? (
        <div className="clause-acts">
          {clause.rule === 'yes_no' ? (
            <YesNo clause={clause} busy={write.isPending} answer={(met) => write.mutate({ met })} />
          ) : (
            <Counted clause={clause} busy={write.isPending} answer={(value) => write.mutate({ value })} />
          )}
          <Button
            danger={clause.met === false}
            onClick={onFind}
            aria-label={`${t('finding.checklist.find')}：${clause.text}`}
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
      aria-label={`${words}：${clause.text}`}
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
        aria-label={`${t('finding.checklist.value')}：${clause.text}`}
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
  const { rule, limit, met, found, answeredBy, findings } = clause;
  const facts = [
    ...(rule === 'yes_no' ? [] : [t(`finding.checklist.limit.${rule}`, { limit: limit ?? 0 })]),
    ...(typeof found === 'number' ? [String(found)] : []),
    ...(met === null ? [] : [t(met ? 'finding.checklist.met' : 'finding.checklist.unmet')]),
    ...(answeredBy === null ? [] : [answeredBy]),
    ...(findings === 0 ? [] : [t('finding.checklist.findings', { count: findings })]),
  ];
  return facts.length === 0 ? null : <span className="soft small">{facts.join(' · ')}</span>;
}
