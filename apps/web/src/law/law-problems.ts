import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { z } from '../api/shape';
import { nameOf } from '../i18n/names';
import { useProblemWords } from '../shared/problem-words';

/** Why a profile was refused, in the words of the screen: which field, and which other profile. */
export function useLawProblems(): (cause: unknown) => string[] {
  const { t, i18n } = useTranslation();
  const inWords = useProblemWords();
  return (cause) => {
    if (!(cause instanceof Problem)) return [inWords(cause)];
    if (cause.code === 'deadline.profileOverlaps') {
      const { other, otherTitle, otherTitleZh } = cause.facts;
      const title = z.text(i18n.resolvedLanguage === 'en' ? otherTitle : otherTitleZh);
      return [t('law.overlaps', { title, code: z.text(other) })];
    }
    const told = cause.errors.map(({ path, message, constraint = '' }) => {
      const said = nameOf('law.wrong', constraint);
      return t('law.wrongAt', { field: placeOf(path), why: said === constraint ? message : said });
    });
    return told.length > 0 ? [cause.message, ...told] : [inWords(cause)];
  };

  /** `clocks[2].term.n` as a person finds it on the form. */
  function placeOf(path: string): string {
    const [, at, field = ''] = /^clocks\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
    const name = nameOf('law', fieldKeys[field || path] ?? (field || path));
    return at === undefined ? name : `${t('law.nth', { at: Number(at) + 1 })} ${name}`;
  }
}

/** The words of fields whose names on the wire differ from those in the dictionary. */
const fieldKeys: Readonly<Record<string, string>> = {
  'term.n': 'termN',
  term: 'termN',
  'extendedTo.n': 'extendedN',
  yearly: 'yearlyDay',
  title: 'titleEn',
  code: 'clockCode',
};
