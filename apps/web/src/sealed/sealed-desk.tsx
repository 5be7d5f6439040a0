import { Alert, Tabs } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallUpsPart } from '../call-up/call-ups-part';
import { nameOf } from '../i18n/names';
import { PlanFaults } from '../inspection/plan-faults';
import '../inspection/inspection.css';
import { PageHead } from '../shared/page-head';
import { SealedActs } from './sealed-acts';
import { SealedKeepers } from './sealed-keepers';
import { SealedPlanPart } from './sealed-plan-part';
import { SealedRelease } from './sealed-release';
import { SealedStoryPart } from './sealed-story';
import type { OpenSealed } from './use-sealed';

/** An opened sealed plan: its plan, who is named, its release, who knew. */
export function SealedDesk({ opened }: { opened: OpenSealed }) {
  const { t } = useTranslation();
  const [refused, refuse] = useState<Error | null>(null);
  const { plan } = opened;
  const { inspection, capacity } = plan;
  const head = [t(`inspection.state.${inspection.state}`), nameOf('sealed.capacity', capacity)].join(' · ');
  const pages = {
    plan: <SealedPlanPart opened={opened} />,
    keepers: <SealedKeepers opened={opened} />,
    calls: <CallUpsPart opened={opened} />,
    release: <SealedRelease opened={opened} />,
    story: <SealedStoryPart opened={opened} />,
  };
  const begins = plan.asked === null ? 'plan' : 'release';
  return (
    <>
      <PageHead title={inspection.name} sub={head} acts={<SealedActs opened={opened} onRefused={refuse} />} />
      <PlanFaults cause={refused} />
      {inspection.state === 'released' ? (
        <p>
          <Link className="underlined" to="/inspections/$id" params={{ id: plan.id }}>
            {t('sealed.toInspection')}
          </Link>
        </p>
      ) : null}
      <Warnings opened={opened} />
      <Tabs
        defaultActiveKey={begins}
        items={(['plan', 'keepers', 'calls', 'release', 'story'] as const).map((key) => ({
          key,
          label: t(`sealed.tab.${key}`),
          children: pages[key],
        }))}
      />
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
