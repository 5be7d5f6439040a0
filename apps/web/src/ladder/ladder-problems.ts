import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { z } from '../api/shape';
import { nameOf } from '../i18n/names';
import { useProblemWords } from '../shared/problem-words';

/** Why a ladder or the slips were refused, in the words of the screen, each with its field. */
export function useLadderProblems(): (cause: unknown) => string[] {
  const { t, i18n } = useTranslation();
  const inWords = useProblemWords();
  return (cause) => {
    if (!(cause instanceof Problem)) return [inWords(cause)];
    if (cause.code === 'deadline.ladderOverlaps') {
      const { other, otherTitle, otherTitleZh } = cause.facts;
      const title = z.text(i18n.resolvedLanguage === 'en' ? otherTitle : otherTitleZh);
      return [t('ladder.overlaps', { title, code: z.text(other) })];
    }
    const told = cause.errors.map(({ path, message, constraint = '' }) => {
      const said = nameOf('ladder.wrong', constraint);
      return t('ladder.wrongAt', { field: placeOf(path), why: said === constraint ? message : said });
    });
    return told.length > 0 ? told : [inWords(cause)];
  };

  /** `rungs[2].level` as a person finds it on the form. */
  function placeOf(path: string): string {
    const [, list, at, field = ''] = /^(?:ladder\.)?(rungs|levels)\[(\d+)\]\.?(\w*)/.exec(path) ?? [];
    if (at === undefined) return nameOf('ladder.field', path.replace(/\[.*|^ladder\./g, ''));
    const nth =
      list === 'levels' ? t('slip.level', { level: Number(at) + 1 }) : t('ladder.nth', { at: Number(at) + 1 });
    return `${nth} ${nameOf('ladder.field', field)}`;
  }
}
