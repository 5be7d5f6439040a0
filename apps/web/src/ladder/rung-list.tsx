import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { Ladder } from '../api/types';
import { SlipMark } from '../slip/slip-mark';
import { useLadderWords } from './ladder-words';

/** The rungs of a ladder, to be read. */
export function RungList({ rungs }: { rungs: Ladder['rungs'] }) {
  const { t } = useTranslation();
  const { whenOf } = useLadderWords();
  const { data } = useQuery(lists.slipLevels());
  return (
    <section className="sheet">
      <ol className="plain-list">
        {rungs.map(({ id, action, level, audience, ...rung }) => {
          const slip = data?.levels.find((one) => one.level === level);
          return (
            <li key={id} className="ladder-line">
              <p className="row">
                <b>{whenOf(rung)}</b>
                {slip === undefined ? t(`ladder.actionName.${action}`) : <SlipMark slip={slip} />}
              </p>
              <p className="small">
                {t('ladder.audience')}
                {t('general.colon')}
                {audience.map((post) => t(`clock.post.${post}`)).join(t('general.comma'))}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
