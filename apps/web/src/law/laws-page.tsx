import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { LawProfile, MatterKind } from '../api/types';
import { useKindOptions, useKinds, useLabel } from '../matter/kinds';
import { EmptyBlock } from '../shared/blocks';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { useLawWords } from './law-words';
import { semicolon } from '../i18n/punctuation';

/** What laws say about time, by kinds of matters and places. */
export function LawsPage() {
  const { t } = useTranslation();
  const { kind } = useSearch({ from: '/inside/law-profiles' });
  const go = useNavigate({ from: '/law-profiles' });
  const mayKeep = useMe().acts.includes('law_profile.keep');
  const query = useQuery(lists.lawProfiles(kind));
  return (
    <>
      <PageHead
        title={t('law.title')}
        sub={t('law.note')}
        acts={
          mayKeep ? (
            <Button type="primary" onClick={() => void go({ to: '/law-profiles/new' })}>
              {t('law.new')}
            </Button>
          ) : undefined
        }
      />
      <KindFilter />
      <Remote query={query} rows={10}>
        {(profiles) =>
          profiles.length === 0 ? (
            <EmptyBlock words={t('law.empty')} />
          ) : (
            <section className="sheet">
              <ul className="plain-list">
                {profiles.map((profile) => (
                  <Line key={profile.code} profile={profile} />
                ))}
              </ul>
            </section>
          )
        }
      </Remote>
    </>
  );
}

function KindFilter() {
  const { t } = useTranslation();
  const { kind } = useSearch({ from: '/inside/law-profiles' });
  const go = useNavigate({ from: '/law-profiles' });
  const kinds = useKindOptions(() => true);
  return (
    <div className="row" style={{ marginBottom: 12 }}>
      <Select
        aria-label={t('law.kind')}
        style={{ minWidth: 200 }}
        value={kind ?? ''}
        options={[{ value: '', label: t('law.anyKind') }, ...kinds]}
        onChange={(chosen: MatterKind | '') => void go({ search: { kind: chosen === '' ? undefined : chosen } })}
      />
    </div>
  );
}

function Line({ profile }: { profile: LawProfile }) {
  const { t } = useTranslation();
  const { named, placeOf, daysOf, endOf } = useLawWords();
  const kindNames = useKindNames(profile.kinds);
  return (
    <li className="law-line">
      <div className="spread">
        <Link to="/law-profiles/$code" params={{ code: profile.code }}>
          <b>{named(profile)}</b>
        </Link>
        <Origin profile={profile} />
      </div>
      <p className="small">{[kindNames, placeOf(profile), daysOf(profile)].join(' · ')}</p>
      <p className="soft small">
        {profile.clocks.map((clock) => `${named(clock)}${t('general.colon')}${endOf(clock)}`).join(semicolon())}
      </p>
    </li>
  );
}

/** Whether the text is the product's or the county's. */
export function Origin({ profile: { origin, shippedText } }: { profile: LawProfile }) {
  const { t } = useTranslation();
  return <Tag>{shippedText === 'none' ? t('law.own') : t(`law.origin.${origin}`)}</Tag>;
}

/** Kinds of matters in the words of the screen. */
export function useKindNames(kinds: readonly string[]): string {
  const { t } = useTranslation();
  const label = useLabel();
  const known = useKinds();
  if (kinds.length === 0) return t('law.noKind');
  return kinds
    .map((kind) => known.find((one) => one.kind === kind))
    .map((one, at) => (one === undefined ? kinds[at] : label(one.label)))
    .join(t('general.comma'));
}
