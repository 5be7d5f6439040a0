import type { Inspector } from '../api/inspector-types';
import { useTranslation } from 'react-i18next';

/** What somebody brings along today, and what is missing. */
export function InspectorMarks({ inspector }: { inspector: Inspector }) {
  const { t } = useTranslation();
  const { trainedUntil, secrecyUntil, leads, rounds, busy, declared } = inspector;
  const trained = trainedUntil === null ? t('inspector.untrained') : t('inspector.trainedUntil', { day: trainedUntil });
  const sworn = secrecyUntil === null ? t('inspector.unsworn') : t('inspector.swornUntil', { day: secrecyUntil });
  return (
    <span className="inspector-marks small">
      <span data-lacks={trainedUntil === null}>{trained}</span>
      <span data-lacks={secrecyUntil === null}>{sworn}</span>
      {leads ? <span>{t('inspector.leads')}</span> : null}
      {rounds > 0 ? <span className="soft">{t('inspector.rounds', { count: rounds })}</span> : null}
      {declared > 0 ? <span className="soft">{t('inspector.declared', { count: declared })}</span> : null}
      {busy ? <span className="soft">{t('inspector.busy')}</span> : null}
    </span>
  );
}
