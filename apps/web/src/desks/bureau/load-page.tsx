import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import { PageHead } from '../../shared/page-head';
import { Remote } from '../../shared/remote';
import { LoadBars } from './load-bars';
import { OfficerTasks } from './officer-tasks';

/** What each officer has in hand, drawn as bars; a chosen officer's tasks can be moved to another. */
export function LoadPage() {
  const { t } = useTranslation();
  const query = useQuery(lists.load());
  const [chosen, setChosen] = useState<string>();
  return (
    <>
      <PageHead title={t('bureau.load')} sub={t('bureau.loadNote')} />
      <Remote query={query}>
        {(loads) => {
          const officer = loads.find((load) => load.officerId === chosen);
          return (
            <>
              <LoadBars loads={loads} chosen={chosen} choose={setChosen} />
              {officer === undefined ? null : <OfficerTasks key={officer.officerId} load={officer} />}
            </>
          );
        }}
      </Remote>
    </>
  );
}
