import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { TrayItem } from '../../api/types';
import { useWrite } from '../../api/write';
import { nameOf } from '../../i18n/names';
import { countyTime } from '../../shared/county-time';
import { Due, When } from '../../shared/due';
import { decisionsOf, type Verdict } from './decisions';

/** One thing that waits for the leader: what is asked, a place for a word, and the answers as large buttons. */
export function TrayCard({ item }: { item: TrayItem }) {
  const { t } = useTranslation();
  const answers = decisionsOf[item.kind];
  const { word, setWord, missing, decide, busy } = useDeciding(item);
  return (
    <article className="tray-card">
      <p className="tray-kind">
        <b>{t(`leader.kind.${item.kind}`)}</b>
        <When at={item.at} />
      </p>
      <h3>{titleOf(item, t('matter.mandatePrefixAll'))}</h3>
      <p className="words">{item.summary}</p>
      <TrayFacts item={item} />
      <TrayLinks item={item} />
      {answers.some((answer) => answer.word !== 'none') ? (
        <Word word={word} setWord={setWord} missing={missing} />
      ) : null}
      <div className="tray-acts">
        {answers.map(({ verdict, usual }) => (
          <Button
            key={verdict}
            size="large"
            type={usual === true ? 'primary' : 'default'}
            loading={busy === verdict}
            onClick={() => decide(verdict)}
          >
            {t(`leader.${verdict}`)}
          </Button>
        ))}
      </div>
    </article>
  );
}

/** A mandate's title is its source and category as codes. */
function titleOf({ kind, title }: TrayItem, all: string): string {
  if (kind !== 'mandate') return title;
  const [source = '', ...category] = title.split(' ');
  return `${nameOf('words.matterKind', source)} · ${category.join(' ') || all}`;
}

function TrayFacts({ item }: { item: TrayItem }) {
  const { t } = useTranslation();
  return (
    <p className="row tray-facts">
      <span>{item.by}</span>
      {item.leadUnit === null ? null : (
        <span>
          {t('task.lead')}
          {t('general.colon')}
          {item.leadUnit}
        </span>
      )}
      {item.kind === 'handling_proposal' || item.kind === 'task_proposal' ? (
        <span>
          {t('task.due')}
          {t('general.colon')}
          <Due at={item.dueAt} />
        </span>
      ) : null}
      {item.kind === 'review' ? (
        <span>
          {t('review.decideBy')}
          {t('general.colon')}
          <Due at={item.dueAt} />
        </span>
      ) : null}
      {item.kind === 'presentation' && item.dueAt !== null ? (
        <span>{t('task.silentClose', { at: countyTime(item.dueAt) })}</span>
      ) : null}
    </p>
  );
}

interface WordProps {
  word: string;
  setWord: (word: string) => void;
  missing: boolean;
}

function Word({ word, setWord, missing }: WordProps) {
  const { t } = useTranslation();
  return (
    <Form.Item validateStatus={missing ? 'error' : undefined} help={missing ? t('leader.wordNeeded') : undefined}>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={2000}
        value={word}
        placeholder={t('leader.word')}
        aria-label={t('leader.word')}
        onChange={(event) => setWord(event.target.value)}
      />
    </Form.Item>
  );
}

function useDeciding(item: TrayItem) {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  const [missing, setMissing] = useState(false);
  const write = useWrite({
    run: (verdict: Verdict, key) => {
      const answer = decisionsOf[item.kind].find((one) => one.verdict === verdict);
      if (answer === undefined) return Promise.resolve(verdict);
      const words = word.trim() === '' ? undefined : word.trim();
      return api.post(answer.path(item), answer.body(words), { version: item.version, key }).then(() => verdict);
    },
    said: (verdict) => t('leader.decidedAs', { act: t(`leader.${verdict}`) }),
    touches: [['tray'], ['decided'], ['tasks'], ['matter'], ['task'], ['conclusions'], ['outcomes']],
  });
  const decide = (verdict: Verdict) => {
    const needs = decisionsOf[item.kind].some((one) => one.verdict === verdict && one.word === 'needed');
    setMissing(needs && word.trim() === '');
    if (!needs || word.trim() !== '') write.mutate(verdict);
  };
  return { word, setWord, missing, decide, busy: write.isPending ? write.variables : undefined };
}

function TrayLinks({ item: { kind, id, taskId, matterId } }: { item: TrayItem }) {
  const { t } = useTranslation();
  if (kind === 'conclusion' || kind === 'review')
    return (
      <p className="tray-links">
        <Link to={kind === 'review' ? '/reviews/$id' : '/conclusions/$id'} params={{ id }}>
          {t(kind === 'review' ? 'leader.read' : 'leader.open')}
        </Link>
      </p>
    );
  if (kind === 'praise_proposal' || kind === 'criticism_proposal' || kind === 'accountability_proposal')
    return (
      <p className="tray-links">
        <Link to="/outcomes">{t('outcome.title')}</Link>
      </p>
    );
  if (taskId === null && matterId === null) return null;
  return (
    <p className="tray-links">
      {taskId === null ? (
        <Link to="/matters/$id" params={{ id: matterId ?? '' }}>
          {t('leader.open')}
        </Link>
      ) : (
        <Link to="/tasks/$id" params={{ id: taskId }}>
          {t('leader.open')}
        </Link>
      )}
    </p>
  );
}
