import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { deskOf } from '../app/desks';
import { countSet, Filters } from '../shared/filters';
import { ClearFilters } from '../shared/ledger/clear-filters';
import { SearchField } from '../shared/search-field';
import {
  CategoryField,
  KindField,
  LeadUnitField,
  type MatterFieldProps,
  PrincipalField,
  ReceivedField,
  StateField,
} from './matter-fields';

/** Filters of matters; they live in the address, so a view can be bookmarked and sent. */
export function MatterFilters({ search, change }: MatterFieldProps) {
  const { t } = useTranslation();
  const bureau = deskOf(useMe().acting?.role) === 'bureau';
  const words = <SearchField words={search.q} hint={t('matter.searchHint')} search={(q) => change({ q })} />;
  const field = { search, change };
  return (
    <Filters set={countSet(search)} search={words}>
      <StateField {...field} />
      <KindField {...field} />
      <CategoryField {...field} />
      <LeadUnitField {...field} />
      {bureau ? <PrincipalField {...field} /> : null}
      <ReceivedField {...field} />
      <Checkbox
        checked={search.needsTriage === true}
        onChange={(event) => change({ needsTriage: event.target.checked ? true : undefined })}
      >
        {t('matter.triageOnly')}
      </Checkbox>
      <ClearFilters {...field} />
    </Filters>
  );
}
