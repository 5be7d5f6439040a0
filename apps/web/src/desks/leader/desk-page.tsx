import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import { useMe } from '../../api/session';
import { EmptyBlock } from '../../shared/blocks';
import { PageHead } from '../../shared/page-head';
import { Remote } from '../../shared/remote';
import { AssignForm } from './assign-form';
import { TrayCard } from './tray-card';

type View = 'tray' | 'assign';

/** The leader's desk: what waits for a word, and assigning in three fields. */
export function DeskPage() {
  const { t } = useTranslation();
  const role = useMe().acting?.role;
  const tray = useQuery(lists.tray());
  const [view, setView] = useState<View>('tray');
  const count = tray.data?.items.length ?? 0;
  const trayTitle = t(role === 'leader_office' ? 'leader.trayFor' : 'leader.tray');
  const titled = count === 0 ? trayTitle : `${trayTitle} ${count}`;
  const mayAssign = role !== 'county_leader';
  return (
    <div className="desk" data-view={view}>
      <PageHead title={t('leader.title')} />
      {mayAssign ? (
        <Segmented<View>
          className="desk-switch"
          block
          value={view}
          onChange={setView}
          options={[
            { value: 'tray', label: titled },
            { value: 'assign', label: t('leader.assign') },
          ]}
        />
      ) : null}
      <div className="desk-columns">
        <section className="desk-tray" aria-label={trayTitle}>
          <h2>{titled}</h2>
          <Remote query={tray}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyBlock words={t('leader.trayEmpty')} />
              ) : (
                items.map((item) => <TrayCard key={`${item.kind}-${item.id}`} item={item} />)
              )
            }
          </Remote>
        </section>
        {mayAssign ? <AssignForm /> : null}
      </div>
    </div>
  );
}
