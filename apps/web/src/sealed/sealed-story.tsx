import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealedStory } from '../api/sealed-types';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';
import type { OpenSealed } from './use-sealed';
import { useSealedWrite } from './use-sealed-write';
import { inBrackets } from '../i18n/punctuation';

/** Who could know what when, read from the sealed chain; reading it is an act of the chain too. */
export function SealedStoryPart({ opened }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const [story, show] = useState<SealedStory | null>(null);
  const read = useSealedWrite({ run: () => opened.ask<SealedStory>('chain') });
  return (
    <section className="stack" aria-label={t('sealed.story')}>
      <p className="soft">{t('sealed.storyNote')}</p>
      <p>
        <Button type="primary" loading={read.isPending} onClick={() => read.mutate(undefined, { onSuccess: show })}>
          {t('sealed.readStory')}
        </Button>
      </p>
      {story === null ? null : <Told story={story} />}
    </section>
  );
}

function Told({ story }: { story: SealedStory }) {
  const { t } = useTranslation();
  const { whole, brokenAt, brokenBy, head } = story;
  const said = whole
    ? t(head === null ? 'sealed.whole' : 'sealed.wholeBound')
    : t('sealed.broken', { seq: brokenAt, kind: nameOf('sealed.brokenKind', brokenBy ?? '') });
  return (
    <>
      <Alert type={whole ? 'success' : 'error'} showIcon title={said} />
      {head === null ? null : (
        <p className="small soft">
          {t('sealed.head')}
          {t('general.colon')}
          <code className="sealed-hash">{head}</code>
        </p>
      )}
      <h2>{t('sealed.knowledge')}</h2>
      <ul className="plain-list cards">
        {story.knowledge.map((one) => (
          <Knew key={one.person.id} knew={one} />
        ))}
      </ul>
      {story.releasedAt === null ? null : <Discoveries story={story} />}
      <h2>{t('sealed.acts')}</h2>
      <ol className="sealed-acts">
        {story.acts.map((one) => (
          <Act key={one.seq} act={one} />
        ))}
      </ol>
    </>
  );
}

function Knew({ knew }: { knew: SealedStory['knowledge'][number] }) {
  const { t } = useTranslation();
  const { person, namedAt, firstOpenedAt, openings, openingsWithPlaces, refusals } = knew;
  const at = (instant: string | null): string => (instant === null ? t('sealed.never') : countyTime(instant));
  return (
    <li className="card">
      <b>{person.unit === null ? person.name : `${person.name}${inBrackets(person.unit)}`}</b>
      <span>{t('sealed.knew', { named: at(namedAt), first: at(firstOpenedAt), openings })}</span>
      <span className="soft small">
        {[
          ...(openingsWithPlaces > 0 ? [t('sealed.withPlaces', { count: openingsWithPlaces })] : []),
          ...(refusals > 0 ? [t('sealed.refusals', { count: refusals })] : []),
        ].join(' · ')}
      </span>
    </li>
  );
}

function Discoveries({ story: { discoveries } }: { story: SealedStory }) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('sealed.discoveries')}</h2>
      {discoveries.length === 0 ? <p className="soft">{t('sealed.noDiscoveries')}</p> : null}
      <ul className="plain-list cards">
        {discoveries.map(({ place, unit, arrivedAt, discoveredAt }) => (
          <li key={`${place} ${arrivedAt}`} className="card">
            <b>{place === unit.shortName ? place : `${place}${inBrackets(unit.shortName)}`}</b>
            <span className="soft">
              {discoveredAt === null
                ? t('sealed.undiscovered', { arrived: countyTime(arrivedAt) })
                : t('sealed.discovered', {
                    arrived: countyTime(arrivedAt),
                    minutes: minutesBetween(arrivedAt, discoveredAt),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const minutesBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));

function Act({ act: { act, at, person } }: { act: SealedStory['acts'][number] }) {
  const { t } = useTranslation();
  const refusal = '.refused';
  const isRefused = act.endsWith(refusal);
  const deed = nameOf('sealed.act', isRefused ? act.slice(0, -refusal.length) : act);
  return (
    <li>
      <span className="soft">{at === '' ? '' : countyTime(at)}</span> {person?.name} {deed}
      {isRefused ? <b className="sealed-alarm"> {t('sealed.refused')}</b> : null}
    </li>
  );
}
