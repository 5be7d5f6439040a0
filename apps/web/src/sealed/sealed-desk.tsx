import { Alert, Radio } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallUpsPart } from '../call-up/call-ups-part';
import { nameOf } from '../i18n/names';
import { PlanFaults } from '../inspection/plan-faults';
import { PageHead } from '../shared/page-head';
import { SealedActs } from './sealed-acts';
import { SealedKeepers } from './sealed-keepers';
import { SealedPlanPart } from './sealed-plan-part';
import { SealedRelease } from './sealed-release';
import { SealedStoryPart } from './sealed-story';
import type { OpenSealed } from './use-sealed';

const parts = ['plan', 'keepers', 'calls', 'release', 'story'] as const;
type Part = (typeof parts)[number];
const partOf = (value: unknown): Part => parts.find((one) => one === value) ?? 'plan';

/** An opened sealed plan: its plan, who is named, its release, who knew. */
export function SealedDesk({ opened }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const [refused, refuse] = useState<Error | null>(null);
  const { plan } = opened;
  const { inspection, capacity } = plan;
  const { state } = inspection;
  const stands = state === 'planned' ? t('sealed.planned') : t(`inspection.state.${state}`);
  const head = [stands, nameOf('sealed.capacity', capacity)].join(' · ');
  const pages = {
    plan: <SealedPlanPart opened={opened} />,
    keepers: <SealedKeepers opened={opened} />,
    calls: <CallUpsPart opened={opened} />,
    release: <SealedRelease opened={opened} />,
    story: <SealedStoryPart opened={opened} />,
  };
  const [part, turnTo] = useState<Part>(plan.asked === null ? 'plan' : 'release');
  return (
    <>
      <PageHead title={inspection.name} sub={head} acts={<SealedActs opened={opened} onRefused={refuse} />} />
      <PlanFaults cause={refused} />
      {state === 'released' ? (
        <p>
          <Link className="underlined" to="/inspections/$id" params={{ id: plan.id }}>
            {t('sealed.toInspection')}
          </Link>
        </p>
      ) : null}
      <Warnings opened={opened} />
      <Radio.Group
        className="sealed-parts"
        optionType="button"
        aria-label={inspection.name}
        options={parts.map((value) => ({ value, label: t(`sealed.tab.${value}`) }))}
        value={part}
        onChange={({ target }) => turnTo(partOf(target.value))}
      />
      {pages[part]}
    </>
  );
}

/** What the release would refuse, and whom it would meet: told to the named only. */
function Warnings({ opened: { plan } }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const { warnings, inspection } = plan;
  const unsettled = [
    ...warnings.unfit.map(({ person, lacks }) =>
      t('sealed.unfit', { name: person.name, lacks: nameOf('sealed.lacks', lacks) }),
    ),
    ...warnings.recused.map(({ person, unit }) => t('sealed.recused', { name: person.name, unit: unit.shortName })),
  ];
  const met = inspection.clashes.map(({ unit, name, fromOn, toOn }) =>
    t('inspection.clashWith', { unit: unit.shortName, name, from: fromOn, to: toOn }),
  );
  return (
    <>
      <Told title={t('sealed.warnings')} lines={unsettled} />
      <Told title={t('sealed.clash')} lines={met} />
    </>
  );
}

function Told({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="dialog-problem"
      title={title}
      description={
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
}
