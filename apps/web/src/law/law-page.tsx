import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { LawProfile } from '../api/types';
import { useWrite } from '../api/write';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { Clocks } from './clocks';
import { LawHistory } from './law-history';
import { useLawWords } from './law-words';
import { Origin, useKindNames } from './laws-page';
import { TryIt } from './try-it';

/** One law profile: its source, how it counts, its time limits, and a place to try them. */
export function LawPage() {
  const { code } = useParams({ from: '/inside/law-profiles/$code' });
  const query = useQuery(lists.lawProfile(code));
  return (
    <Remote query={query} rows={12}>
      {(profile) => <Profile profile={profile} />}
    </Remote>
  );
}

function Profile({ profile }: { profile: LawProfile }) {
  const { t } = useTranslation();
  const { named } = useLawWords();
  return (
    <>
      <PageHead title={named(profile)} sub={profile.source} acts={<Acts profile={profile} />} />
      <div className="stack">
        {profile.shippedText === 'newer' ? <Alert type="info" showIcon title={t('law.newer')} /> : null}
        <section className="sheet">
          <Facts profile={profile} />
        </section>
        <section className="sheet">
          <h2>{t('law.clocks')}</h2>
          <Clocks profile={profile} />
        </section>
        <section className="sheet">
          <h2>{t('law.try')}</h2>
          <TryIt key={profile.revision} profile={profile} />
        </section>
      </div>
    </>
  );
}

function Facts({ profile }: { profile: LawProfile }) {
  const { t } = useTranslation();
  const { placeOf, daysOf, countingOf } = useLawWords();
  const kinds = useKindNames(profile.kinds);
  return (
    <dl className="facts">
      <dt>{t('law.kind')}</dt>
      <dd>{kinds}</dd>
      <dt>{t('law.place')}</dt>
      <dd>{placeOf(profile)}</dd>
      <dt>{t('law.holds')}</dt>
      <dd>{daysOf(profile)}</dd>
      <dt>{t('law.counting')}</dt>
      <dd>
        {countingOf(profile).map((words) => (
          <div key={words}>{words}</div>
        ))}
      </dd>
      <dt>{t('law.revision', { revision: profile.revision })}</dt>
      <dd>
        <Origin profile={profile} /> <code className="faint">{profile.code}</code>
      </dd>
    </dl>
  );
}

function Acts({ profile: { code, revision, origin, shippedText } }: { profile: LawProfile }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [past, show] = useState(false);
  const mayKeep = useMe().acts.includes('law_profile.keep');
  const withdraw = useWrite({
    run: (_: undefined, key: string) => api.post(`/law-profiles/${code}/withdraw`, {}, { key, version: revision }),
    said: () => t('law.withdrawn'),
    touches: [['law-profiles']],
  });
  return (
    <>
      <Button onClick={() => show(true)}>{t('law.history')}</Button>
      {mayKeep && origin === 'edited' && shippedText !== 'none' ? (
        <Popconfirm
          title={t('law.withdrawAsk')}
          okText={t('general.confirm')}
          cancelText={t('general.cancel')}
          onConfirm={() => withdraw.mutate(undefined)}
        >
          <Button loading={withdraw.isPending}>{t('law.withdraw')}</Button>
        </Popconfirm>
      ) : null}
      {mayKeep ? (
        <Button type="primary" onClick={() => void go({ to: '/law-profiles/$code/edit', params: { code } })}>
          {t('law.edit')}
        </Button>
      ) : null}
      {past ? <LawHistory code={code} onClose={() => show(false)} /> : null}
    </>
  );
}
