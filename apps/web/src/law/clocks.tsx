import { useTranslation } from 'react-i18next';
import type { LawClock, LawProfile } from '../api/types';
import { useLawWords } from './law-words';
import { inBrackets } from '../i18n/punctuation';

/** The time limits of a profile, each with its article. */
export function Clocks({ profile }: { profile: LawProfile }) {
  const { t } = useTranslation();
  const heads = ['clock', 'article', 'starts', 'holder', 'term', 'extended', 'notCounted'] as const;
  return (
    <div className="table-scroll" role="region" aria-label={t('law.clocks')} tabIndex={0}>
      <table className="plain-table law-clocks">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`law.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {profile.clocks.map((clock) => (
            <ClockRow key={clock.code} clock={clock} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClockRow({ clock }: { clock: LawClock }) {
  const { t } = useTranslation();
  const { named, termOf, endOf } = useLawWords();
  const { article, startsAt, holder, extendedTo, extensions, importance, notCounted } = clock;
  return (
    <tr>
      <th scope="row">
        {named(clock)}
        {importance === null ? null : <span className="faint small"> {t(`law.importance.${importance}`)}</span>}
      </th>
      <td>{article}</td>
      <td>{t(`law.start.${startsAt}`)}</td>
      <td>{t(`law.who.${holder}`)}</td>
      <td className="nobreak">{endOf(clock)}</td>
      <td>{extendedTo === null ? '—' : `${termOf(extendedTo)}${inBrackets(t('law.times', { count: extensions }))}`}</td>
      <td>{notCounted.length === 0 ? '—' : notCounted.join(t('general.comma'))}</td>
    </tr>
  );
}
