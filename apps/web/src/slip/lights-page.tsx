import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { Lights, SlipLevels } from '../api/types';
import { EmptyBlock } from '../shared/blocks';
import { countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { SlipMark } from './slip-mark';

type Unit = Lights['units'][number];

/** How every unit stands: a shape, a word and numbers; each number leads to its list. */
export function LightsPage() {
  const { t } = useTranslation();
  const query = useQuery(lists.lights());
  const { data: levels } = useQuery(lists.slipLevels());
  const at = query.data === undefined ? '' : countyTime(query.data.now);
  return (
    <>
      <PageHead title={t('slip.lights')} sub={t('slip.lightsNote', { at })} />
      <Remote query={query} rows={10}>
        {({ units }) =>
          units.length === 0 ? (
            <EmptyBlock words={t('slip.lightsNone')} />
          ) : (
            <section className="sheet">
              <LightsTable units={units} levels={levels?.levels ?? []} />
            </section>
          )
        }
      </Remote>
    </>
  );
}

function LightsTable({ units, levels }: { units: readonly Unit[]; levels: SlipLevels['levels'] }) {
  const { t } = useTranslation();
  return (
    <table className="lights">
      <thead>
        <tr>
          <th scope="col">{t('slip.unit')}</th>
          <th scope="col">{t('slip.standing')}</th>
          <th scope="col" className="number">
            {t('slip.open')}
          </th>
          <th scope="col" className="number">
            {t('slip.dueSoon')}
          </th>
          <th scope="col" className="number">
            {t('slip.overdue')}
          </th>
          <th scope="col">{t('slip.title')}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((one) => (
          <Row key={one.unit.id} one={one} levels={levels} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ one, levels }: { one: Unit; levels: SlipLevels['levels'] }) {
  const { t } = useTranslation();
  const { unit, open, dueSoon, overdue, slips } = one;
  const light = overdue > 0 ? 'red' : dueSoon > 0 ? 'amber' : 'green';
  return (
    <tr>
      <th scope="row">{unit.shortName}</th>
      <td>
        <span className="light" data-light={light}>
          <i aria-hidden="true" />
          {t(`slip.light.${light}`)}
        </span>
      </td>
      <Count label={t('slip.open')} n={open} search={{ unitId: unit.id }} />
      <Count label={t('slip.dueSoon')} n={dueSoon} search={{ unitId: unit.id, sort: 'due' }} />
      <Count label={t('slip.overdue')} n={overdue} search={{ unitId: unit.id, overdue: true }} />
      <td className={slips.length === 0 ? 'wide nothing' : 'wide'}>
        {slips.length === 0
          ? t('slip.none')
          : slips.map(({ level, n }) => (
              <Link key={level} to="/slips" search={{ unitId: unit.id, level }} className="slip-count">
                <SlipMark slip={levels.find((of) => of.level === level) ?? unknown(level)} /> {n}{' '}
              </Link>
            ))}
      </td>
    </tr>
  );
}

/** A level that the county has given up since. */
const unknown = (level: number) => ({ level, name: `${level}`, nameZh: `${level}`, colour: '#404040' });

interface CountProps {
  label: string;
  n: number;
  search: { unitId: string; overdue?: true; sort?: 'due' };
}

function Count({ label, n, search }: CountProps) {
  return (
    <td className="number" data-label={label}>
      {n === 0 ? (
        0
      ) : (
        <Link to="/ledger" search={search} aria-label={`${label} ${n}`}>
          {n}
        </Link>
      )}
    </td>
  );
}
