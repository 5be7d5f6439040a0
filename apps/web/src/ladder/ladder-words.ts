import { useTranslation } from 'react-i18next';
import type { Ladder, Rung } from '../api/types';
import { useKindNames } from '../law/laws-page';

/** Words of ladders in the language of the screen. */
export function useLadderWords() {
  const { t, i18n } = useTranslation();
  return {
    named: ({ title, titleZh }: { title: string; titleZh: string }) =>
      i18n.resolvedLanguage === 'en' ? title : titleZh,
    whenOf: ({ offset, unit }: Pick<Rung, 'offset' | 'unit'>) =>
      offset === 0
        ? t('ladder.side.at')
        : `${t(`ladder.side.${offset < 0 ? 'before' : 'after'}`)} ${Math.abs(offset)} ${t(`ladder.unitName.${unit}`)}`,
  };
}

/** For which matters a ladder is. */
export function useScopeOf({ clock, kinds, importance }: Ladder): string {
  const { t } = useTranslation();
  const names = useKindNames(kinds);
  return [
    t(`ladder.clockName.${clock}`),
    kinds.length === 0 ? t('ladder.anyKind') : names,
    ...(importance === null ? [] : [t(`ladder.degree.${importance}`)]),
  ].join(' · ');
}
