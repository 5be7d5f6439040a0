import { useTranslation } from 'react-i18next';
import type { PublicStatus } from '../api/types';
import { countyTime } from '../shared/county-time';

/** Why nobody of the county works on a matter, and where it went, as those who asked are told it. */
export function SetAside({ how }: { how: NonNullable<PublicStatus['setAside']> }) {
  const { t } = useTranslation();
  const { manner, reason, toOrgan, receiptNo, receiptAt } = how;
  const receipt =
    receiptAt === null
      ? t('matter.setAside.receiptAwaited')
      : t('matter.setAside.receipt', { number: receiptNo ?? '', at: countyTime(receiptAt) });
  return (
    <section className="unit-line">
      <b>{t(`matter.setAside.${manner}`, { to: toOrgan ?? '' })}</b>
      {reason === null ? null : <p className="words">{t('matter.setAside.reason', { reason })}</p>}
      {toOrgan === null ? null : <p className="small">{receipt}</p>}
    </section>
  );
}
