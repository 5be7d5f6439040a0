import { useTranslation } from 'react-i18next';
import type { InspectionRollUp } from '../api/field-types';
import { EmptyBlock } from '../shared/blocks';
import { comma } from '../i18n/punctuation';

/** Every place with its findings drawn to one scale, most first; the serious ones dark. */
export function PlaceBars({ places }: { places: InspectionRollUp['places'] }) {
  const { t } = useTranslation();
  if (places.length === 0) return <EmptyBlock words={t('rollUp.placesEmpty')} />;
  const highest = Math.max(1, ...places.map(({ findings }) => findings));
  const sorted = [...places].sort((a, b) => b.findings - a.findings);
  return (
    <>
      <p className="soft small">{t('rollUp.bars')}</p>
      <ul className="plain-list place-bars">
        {sorted.map((place) => (
          <PlaceBar key={place.id} place={place} highest={highest} />
        ))}
      </ul>
    </>
  );
}

function PlaceBar({ place, highest }: { place: InspectionRollUp['places'][number]; highest: number }) {
  const { t } = useTranslation();
  const { name, unit, groups, findings, serious, common, discoveredAfterMinutes: noticed } = place;
  const share = (n: number): string => `${(n * 100) / highest}%`;
  return (
    <li>
      <span className="spread">
        <b>{name}</b>
        <span className="nobreak">{t('rollUp.bar', { findings, serious })}</span>
      </span>
      <span className="place-bar" aria-hidden>
        <span data-part="serious" style={{ width: share(serious) }} />
        <span style={{ width: share(findings - serious) }} />
      </span>
      <span className="soft small">
        {t('rollUp.placeOf', { unit: unit.shortName, groups: groups.join(comma()) })}
        {' · '}
        {t('rollUp.placeFacts', { ...place, individual: findings - common })}
        {noticed === null ? null : ` · ${t('rollUp.placeNoticed', { count: noticed })}`}
      </span>
    </li>
  );
}

/** What each group brought. */
export function GroupSums({ groups }: { groups: InspectionRollUp['groups'] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list cards">
      {groups.map((group) => (
        <li key={group.id} className="card">
          <b>{group.name}</b>
          <span className="soft small">{t('rollUp.groupFacts', { ...group })}</span>
        </li>
      ))}
    </ul>
  );
}
