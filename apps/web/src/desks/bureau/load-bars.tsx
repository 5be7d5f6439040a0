import { useTranslation } from 'react-i18next';
import type { OfficerLoad } from '../../api/types';
import { EmptyBlock } from '../../shared/blocks';

function Legend() {
  const { t } = useTranslation();
  return (
    <p className="row load-legend" aria-hidden="true">
      <span data-part="underWay">{t('bureau.loadUnderWay')}</span>
      <span data-part="toVerify">{t('bureau.loadToVerify')}</span>
      <span data-part="overdue">{t('bureau.loadOverdue')}</span>
    </p>
  );
}

const sumOf = (load: OfficerLoad) => load.underWay + load.toVerify;

interface LoadBarsProps {
  loads: OfficerLoad[];
  chosen?: string;
  choose: (officerId: string) => void;
}

/** What each officer has in hand, the busiest first, all drawn to one measure. */
export function LoadBars({ loads, chosen, choose }: LoadBarsProps) {
  const { t } = useTranslation();
  const most = Math.max(1, ...loads.map(sumOf));
  if (loads.length === 0) return <EmptyBlock words={t('bureau.loadEmpty')} />;
  return (
    <>
      <Legend />
      <ul className="plain-list load">
        {loads.map((load) => (
          <li key={load.officerId}>
            <button type="button" aria-pressed={load.officerId === chosen} onClick={() => choose(load.officerId)}>
              <b>{load.officer}</b>
              <Bar load={load} most={most} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Overdue lies within "under way": drawn as the hatched part of that bar. */
function Bar({ load, most }: { load: OfficerLoad; most: number }) {
  const { t } = useTranslation();
  const width = (count: number) => `${(count / most) * 100}%`;
  const words = [
    `${t('bureau.loadUnderWay')} ${load.underWay}`,
    `${t('bureau.loadToVerify')} ${load.toVerify}`,
    `${t('bureau.loadOverdue')} ${load.overdue}`,
  ].join(' · ');
  return (
    <>
      <span className="load-bar" aria-hidden="true">
        <i data-part="overdue" style={{ width: width(Math.min(load.overdue, load.underWay)) }} />
        <i data-part="underWay" style={{ width: width(Math.max(0, load.underWay - load.overdue)) }} />
        <i data-part="toVerify" style={{ width: width(load.toVerify) }} />
      </span>
      <span className="load-words">{words}</span>
    </>
  );
}
