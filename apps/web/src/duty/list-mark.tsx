import { useTranslation } from 'react-i18next';
import type { TownshipList } from '../api/types';

/** On which list of the townships an item stands; nothing when on none. */
export function ListMark({ list }: { list: TownshipList | null }) {
  const { t } = useTranslation();
  if (list === null) return null;
  return (
    <span className="list-mark small" data-list={list} title={t(`duty.listNote.${list}`)}>
      {t(`duty.lists.${list}`)}
    </span>
  );
}
