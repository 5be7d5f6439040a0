import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterView } from '../api/types';
import { When } from '../shared/due';

/** Where a matter came from, from whom, when. Contacts arrive masked. */
export function MatterFacts({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  const rows: [string, ReactNode][] = [
    [t('matter.kind'), t(`words.matterKind.${matter.kind}`)],
    [t('matter.categories'), matter.categories.join('；') || matter.category || '—'],
    [t('matter.receivedAt'), <When key="received" at={matter.receivedAt} />],
    [t('matter.occurredAt'), <When key="occurred" at={matter.occurredAt} />],
  ];
  if (matter.principal !== null) rows.push([t('matter.principal'), matter.principal.name]);
  if (matter.meeting !== null) rows.push([t('matter.meeting'), matter.meeting]);
  if (matter.signatories.length > 0)
    rows.push([t('matter.signatories'), <Signatories key="signatories" matter={matter} />]);
  return (
    <section className="sheet">
      <h2 className="unseen">{t('matter.facts')}</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function Signatories({ matter }: { matter: MatterView }) {
  return (
    <ul className="plain-list">
      {matter.signatories.map((one) => (
        <li key={one.id}>
          {one.name} <span className="faint">{one.contact}</span>
        </li>
      ))}
    </ul>
  );
}
