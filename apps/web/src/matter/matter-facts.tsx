import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterView } from '../api/types';
import { Unmask } from '../personal/unmask';
import { Due, When } from '../shared/due';
import { useFieldWords } from './kind-fields';
import { useKind, useLabel } from './kinds';
import { semicolon } from '../i18n/punctuation';

/** Where a matter came from, from whom, when. Contacts arrive masked. */
export function MatterFacts({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  const label = useLabel();
  const kind = useKind(matter.kind);
  const askers = kind?.askers ? label(kind.askers) : t('matter.signatories');
  const rows: [string, ReactNode][] = [
    [t('matter.kind'), t(`words.matterKind.${matter.kind}`)],
    [t('matter.categories'), matter.categories.join(semicolon()) || matter.category || '—'],
    [t('matter.receivedAt'), <When key="received" at={matter.receivedAt} />],
    [t('matter.occurredAt'), <When key="occurred" at={matter.occurredAt} />],
  ];
  if (matter.clock !== null)
    rows.push([
      t(`matter.clock.${matter.clock.kind}`),
      <Due key="clock" at={matter.clock.dueAt} overdue={matter.clock.breached} />,
    ]);
  if (matter.foreignId !== null) rows.push([t('matter.foreignId'), matter.foreignId]);
  if (matter.principal !== null) rows.push([t('matter.leader'), matter.principal.name]);
  if (matter.meeting !== null) rows.push([t('matter.meeting'), matter.meeting]);
  rows.push(...useOwnFacts(matter));
  if (matter.signatories.length > 0) rows.push([askers, <Signatories key="signatories" matter={matter} />]);
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

/** The own fields of the kind that were filled in. */
function useOwnFacts(matter: MatterView): [string, ReactNode][] {
  const label = useLabel();
  const words = useFieldWords();
  const fields = useKind(matter.kind)?.fields ?? [];
  return fields.flatMap((field): [string, ReactNode][] => {
    const value = matter.fields[field.name];
    return value === undefined ? [] : [[label(field.label), words(field, value)]];
  });
}

function Signatories({ matter }: { matter: MatterView }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {matter.signatories.map((one) => (
        <li key={one.id}>
          {one.name} <span className="faint">{one.contact}</span>
          {one.contact === null || one.isProtected ? null : (
            <Unmask matter={matter} signatoryId={one.id} label={t('personal.seeContact', { name: one.name })}>
              {({ contact }) => <b>{contact}</b>}
            </Unmask>
          )}
          {one.isProtected ? <b className="triage"> {t('matter.isProtected')}</b> : null}
        </li>
      ))}
    </ul>
  );
}
