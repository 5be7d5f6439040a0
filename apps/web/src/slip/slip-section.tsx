import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { SlipLine } from './slip-line';

/** The slips of a task; shown once there is one. */
export function SlipSection({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(lists.slips({ taskId }));
  const slips = data?.pages.flatMap(({ items }) => items) ?? [];
  if (slips.length === 0) return null;
  return (
    <section className="sheet" aria-label={t('slip.ofTask')}>
      <h2>{t('slip.ofTask')}</h2>
      <ul className="plain-list">
        {slips.map((slip) => (
          <SlipLine key={slip.id} slip={slip} onTask />
        ))}
      </ul>
    </section>
  );
}
