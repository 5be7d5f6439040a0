import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { RecognitionTaken } from '../api/field-types';
import type { Checklist } from '../api/types';
import { countyTime } from '../shared/county-time';
import { Remote } from '../shared/remote';
import { AskDialog } from './ask-dialog';
import { colon } from '../i18n/punctuation';

/** Who is asked about whom at a household. */
const kinds = ['household', 'team_member'] as const;

interface SectionProps {
  visitId: string;
  clauses: Checklist['clauses'];
  writable: boolean;
}

/** At a household: does it know its team, and the team the household; each is asked once. */
export function RecognitionSection({ visitId, clauses, writable }: SectionProps) {
  const { t } = useTranslation();
  const query = useQuery(lists.recognitions(visitId));
  const [asked, ask] = useState<RecognitionTaken['kind'] | null>(null);
  return (
    <section className="stack finding-section" aria-label={t('recognition.title')}>
      <h2>{t('recognition.title')}</h2>
      <p className="soft">{t('recognition.note')}</p>
      <Remote query={query}>
        {(taken) => (
          <ul className="plain-list cards">
            {kinds.map((kind) => (
              <AskCard
                key={kind}
                kind={kind}
                taken={taken.find((one) => one.kind === kind)}
                writable={writable}
                onAsk={() => ask(kind)}
              />
            ))}
          </ul>
        )}
      </Remote>
      {asked === null ? null : <AskDialog visitId={visitId} kind={asked} clauses={clauses} onClose={() => ask(null)} />}
    </section>
  );
}

interface CardProps {
  kind: RecognitionTaken['kind'];
  taken: RecognitionTaken | undefined;
  writable: boolean;
  onAsk: () => void;
}

function AskCard({ kind, taken, writable, onAsk }: CardProps) {
  const { t } = useTranslation();
  return (
    <li className="card">
      <b>{t(`recognition.ask.${kind}`)}</b>
      {taken === undefined ? null : (
        <span className="soft small">
          {t('recognition.taken', { name: taken.askedBy, at: countyTime(taken.answeredAt) })}
        </span>
      )}
      {taken === undefined && writable ? (
        <span className="row">
          <Button onClick={onAsk} aria-label={`${t('recognition.start')}${colon()}${t(`recognition.ask.${kind}`)}`}>
            {t('recognition.start')}
          </Button>
        </span>
      ) : null}
    </li>
  );
}
