import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Ladder } from '../api/types';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { SlipMark } from '../slip/slip-mark';
import { useLadderWords, useScopeOf } from './ladder-words';
import { SlipLevelsDialog } from './slip-levels-dialog';
import { semicolon } from '../i18n/punctuation';

/** The ladders of the county, and its slips. */
export function LaddersPage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const mayKeep = useMe().acts.includes('ladder.keep');
  const query = useQuery(lists.ladders());
  return (
    <>
      <PageHead
        title={t('ladder.title')}
        sub={t('ladder.note')}
        acts={
          mayKeep ? (
            <Button type="primary" onClick={() => void go({ to: '/ladders/new' })}>
              {t('ladder.new')}
            </Button>
          ) : undefined
        }
      />
      <div className="stack">
        <Remote query={query} rows={8}>
          {(ladders) => (
            <section className="sheet">
              <ul className="plain-list">
                {ladders.map((ladder) => (
                  <Line key={ladder.code} ladder={ladder} />
                ))}
              </ul>
            </section>
          )}
        </Remote>
        <Colours mayKeep={mayKeep} />
      </div>
    </>
  );
}

function Line({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation();
  const { named, whenOf } = useLadderWords();
  const scope = useScopeOf(ladder);
  const { shippedText, origin, rungs } = ladder;
  return (
    <li className="ladder-line">
      <div className="spread">
        <Link to="/ladders/$code" params={{ code: ladder.code }}>
          <b>{named(ladder)}</b>
        </Link>
        <Tag>{shippedText === 'none' ? t('ladder.own') : t(`ladder.origin.${origin}`)}</Tag>
      </div>
      <p className="small">{[scope, t('ladder.rungsOf', { count: rungs.length })].join(' · ')}</p>
      <p className="soft small">
        {rungs
          .map((rung) => `${whenOf(rung)}${t('general.colon')}${t(`ladder.actionName.${rung.action}`)}`)
          .join(semicolon())}
      </p>
    </li>
  );
}

function Colours({ mayKeep }: { mayKeep: boolean }) {
  const { t } = useTranslation();
  const query = useQuery(lists.slipLevels());
  const [editing, edit] = useState(false);
  return (
    <section className="sheet" aria-label={t('ladder.colours')}>
      <div className="spread">
        <h2>{t('ladder.colours')}</h2>
        {mayKeep && query.data !== undefined ? (
          <Button onClick={() => edit(true)}>{t('ladder.coloursEdit')}</Button>
        ) : null}
      </div>
      <p className="soft small">{t('ladder.coloursNote')}</p>
      <Remote query={query} rows={2}>
        {({ levels }) => (
          <ul className="plain-list">
            {levels.map((level) => (
              <li key={level.level} className="row" style={{ padding: '6px 0' }}>
                <SlipMark slip={level} />
                <span className="small">
                  {t('slip.level', { level: level.level })} · {t('ladder.replyDays')}
                  {t('general.colon')}
                  {level.replyDays}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Remote>
      {editing && query.data !== undefined ? <SlipLevelsDialog kept={query.data} onClose={() => edit(false)} /> : null}
    </section>
  );
}
