import { useTranslation } from 'react-i18next';
import type { LawClock, LawProfile } from '../api/types';

/** Words of law profiles in the language of the screen. */
export function useLawWords() {
  const { t, i18n } = useTranslation();
  const named = ({ title, titleZh }: { title: string; titleZh: string }) =>
    i18n.resolvedLanguage === 'en' ? title : titleZh;
  const termOf = ({ n, unit }: NonNullable<LawClock['term']>) => t(`law.unit.${unit}`, { n });
  return {
    named,
    termOf,
    placeOf: ({ place }: LawProfile) => (place === '' ? t('law.wholeCountry') : t('law.placeOf', { place })),
    daysOf: ({ from, to }: LawProfile) => (to === null ? t('law.since', { from }) : t('law.between', { from, to })),
    endOf: ({ term, yearly }: LawClock) => {
      if (term !== null) return termOf(term);
      const [month = '', day = ''] = (yearly ?? '').split('-');
      return t('law.yearly', { month, day });
    },
    countingOf: ({ countsFirstDay, rolls, dayEndsAt, receiptAfterHours }: LawProfile) => [
      t(countsFirstDay ? 'law.countsFirstDay' : 'law.firstDayNot'),
      t(rolls ? 'law.rolls' : 'law.rollsNot'),
      t('law.dayEnds', { time: dayEndsAt }),
      receiptAfterHours === null ? t('law.receiptNot') : t('law.receipt', { count: receiptAfterHours }),
    ],
  };
}
