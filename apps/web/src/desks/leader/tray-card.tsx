import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address, api } from '../../api/client';
import type { TrayItem } from '../../api/types';
import { useWrite } from '../../api/write';
import { When } from '../../shared/due';
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
      <h3>{item.title}</h3>
      <p className="words">{item.summary}</p>
      <TrayLinks item={item} />
      {answers.some((answer) => answer.takesWord) ? <Word word={word} setWord={setWord} missing={missing} /> : null}
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
    touches: [['tray'], ['decided'], ['tasks'], ['matter'], ['task']],
  });
  const decide = (verdict: Verdict) => {
    const needs = decisionsOf[item.kind].some((one) => one.verdict === verdict && one.needsWord === true);
    setMissing(needs && word.trim() === '');
    if (!needs || word.trim() !== '') write.mutate(verdict);
  };
  return { word, setWord, missing, decide, busy: write.isPending ? write.variables : undefined };
}

function TrayLinks({ item }: { item: TrayItem }) {
  const { t } = useTranslation();
  const { taskId, matterId, evidenceIds = [] } = item.links;
  return (
    <p className="row tray-links">
      {taskId === undefined ? null : (
        <Link to="/tasks/$id" params={{ id: taskId }}>
          {t('leader.open')}
        </Link>
      )}
      {taskId === undefined && matterId !== undefined ? (
        <Link to="/matters/$id" params={{ id: matterId }}>
          {t('leader.open')}
        </Link>
      ) : null}
      {evidenceIds.map((id) => (
        <a key={id} href={address(`/evidence/${id}/content`)}>
          {t('leader.original')}
        </a>
      ))}
    </p>
  );
}
