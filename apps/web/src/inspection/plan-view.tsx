import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../api/types';
import { comma, inBrackets } from '../i18n/punctuation';

type Group = Inspection['plan']['groups'][number];

/** A plan that is only read. */
export function PlanRead({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation();
  const { plan } = inspection;
  const facts = factsOf(t, inspection);
  return (
    <>
      <dl className="facts sheet">
        {facts.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <section className="stack inspection-part" aria-label={t('inspection.field.groups')}>
        <h2>{t('inspection.field.groups')}</h2>
        <ul className="plain-list cards">
          {plan.groups.map((group) => (
            <GroupCard key={group.id} group={group} sites={plan.sites.filter((site) => site.group === group.number)} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** What the plan says, line by line. */
function factsOf(t: TFunction, inspection: Inspection): [string, string][] {
  const { plan, type, fromOn, toOn } = inspection;
  const open = t('inspection.notSaid');
  return [
    [
      t('inspection.field.contentClass'),
      plan.contentClass === null ? open : t(`inspection.contentClass.${plan.contentClass}`),
    ],
    [t('inspection.field.type'), type === null ? open : t(`inspection.type.${type}`)],
    [t('inspection.field.methods'), plan.methods.map((one) => t(`inspection.method.${one}`)).join(comma()) || open],
    [
      t('inspection.field.period'),
      fromOn === null || toOn === null ? open : t('inspection.days', { from: fromOn, to: toOn }),
    ],
    [t('inspection.field.standard'), plan.standard?.name ?? open],
    [t('inspection.field.purpose'), plan.purpose ?? open],
    [t('inspection.field.scope'), plan.scope ?? open],
    ...(plan.frequencyWords === null
      ? []
      : [[t('inspection.field.frequencyWords'), plan.frequencyWords] satisfies [string, string]]),
    [t('inspection.field.objects'), plan.objects.map(({ unit }) => unit.shortName).join(comma()) || open],
    ...quota(t('inspection.field.villagesPerUnit'), plan.villagesPerUnit),
    ...quota(t('inspection.field.householdsPerVillage'), plan.householdsPerVillage),
    ...designation(t, plan.designation),
    ...(plan.supervisors.length === 0
      ? []
      : [[t('inspection.field.supervisors'), names(plan.supervisors)] satisfies [string, string]]),
  ];
}

function designation(t: TFunction, said: Inspection['plan']['designation']): [string, string][] {
  if (said === null) return [];
  const { unit, matter, scope, duty, fromOn, toOn } = said;
  return [
    [t('inspection.field.designation'), `${unit.shortName} · ${t('inspection.days', { from: fromOn, to: toOn })}`],
    [t('inspection.designation.matter'), matter],
    [t('inspection.designation.scope'), scope],
    [t('inspection.designation.duty'), duty],
  ];
}

const quota = (label: string, count: number | null): [string, string][] =>
  count === null ? [] : [[label, String(count)]];

const names = (people: readonly { name: string; unit: string | null }[]): string =>
  people.map(({ name, unit }) => (unit === null ? name : `${name}${inBrackets(unit)}`)).join(comma());

function GroupCard({ group, sites }: { group: Group; sites: Inspection['plan']['sites'] }) {
  const { t } = useTranslation();
  const { name, charter, leader, members, invited, units } = group;
  const goes = [
    ...sites.map((site) => `${site.name}（${site.unit.shortName}${site.drawn ? ` · ${t('inspection.drawn')}` : ''}）`),
    ...units.map(({ shortName }) => shortName),
  ];
  return (
    <li className="card">
      <b>{name}</b>
      <span className="soft small">{charter}</span>
      <span>
        {t('inspection.field.leader')}
        {t('general.colon')}
        {leader === null ? t('inspection.notSaid') : names([leader])}
        {members.length === 0 ? null : ` · ${t('inspection.field.members')}${t('general.colon')}${names(members)}`}
        {invited.length === 0 ? null : ` · ${t('inspection.field.invited')}${t('general.colon')}${names(invited)}`}
      </span>
      <span className="soft small">{goes.join(comma())}</span>
    </li>
  );
}
