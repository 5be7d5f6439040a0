import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { filtersOf } from './ledger-settings';
import type { ListPart, ListShape } from './open-list';

interface ClearProps {
  search: ListShape;
  change: (part: ListPart) => void;
}

/** Takes every filter away; how the list looks stays, and no saved view comes instead. */
export function ClearFilters({ search, change }: ClearProps) {
  const { t } = useTranslation();
  const none = Object.fromEntries(Object.keys(filtersOf(search)).map((name) => [name, undefined]));
  const { columns, density, group } = search;
  return (
    <Button type="link" onClick={() => change({ ...none, columns, density, group, sort: undefined, view: 'all' })}>
      {t('general.clear')}
    </Button>
  );
}
