import { useTranslation } from 'react-i18next';
import type { InspectionRollUp } from '../api/field-types';

type Comparison = NonNullable<InspectionRollUp['comparison']>;

interface BesideProps {
  comparison: Comparison;
  totals: InspectionRollUp['totals'];
}

/** This round beside an earlier one: the sum, the places of both, the clauses. */
export function BesideEarlier({ comparison: { before, places, clauses }, totals }: BesideProps) {
  const { t } = useTranslation();
  const sum = { before: before.findings, now: totals.findings, seriousBefore: before.serious, serious: totals.serious };
  return (
    <>
      <p>
        <b>{t('rollUp.sum', sum)}</b>
      </p>
      <Changes title={t('rollUp.bothPlaces')} list={places} />
      <Changes title={t('rollUp.byClause')} list={clauses} />
    </>
  );
}

function Changes({ title, list }: { title: string; list: Comparison['places'] }) {
  const { t } = useTranslation();
  if (list.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain-list roll-up-changes">
        {list.map(({ id, name, before, now }) => (
          <li key={id} className="spread">
            <span>{name}</span>
            <b className={now > before ? 'grave nobreak' : 'nobreak'}>{t('rollUp.change', { before, now })}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
