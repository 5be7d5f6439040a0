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
import { Decided } from './decided-page';
import { TrayCard } from './tray-card';

type View = 'tray' | 'assign';

/** The leader's desk: what waits for a word, and assigning in three fields. */
export function DeskPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { data } = useQuery(lists.tray());
  const [view, setView] = useState<View>('tray');
  const count = data?.items.length ?? 0;
  const name = t(me.acting?.role === 'leader_office' ? 'leader.trayFor' : 'leader.tray');
  const title = count === 0 ? name : `${name} ${count}`;
  const mayAssign = me.acts.includes('task.draft');
  const options = [
    { value: 'tray' as const, label: title },
    { value: 'assign' as const, label: t('leader.assign') },
  ];
  return (
    <div className="desk" data-view={view}>
      <PageHead title={t('leader.title')} />
      {mayAssign ? (
        <Segmented<View> className="desk-switch" block value={view} onChange={setView} options={options} />
      ) : null}
      <div className="desk-columns" data-alone={!mayAssign}>
        <TraySection title={title} />
        {mayAssign ? <AssignForm /> : null}
      </div>
      {me.acting?.role === 'county_leader' ? <Led /> : null}
    </div>
  );
}

/** A leader who is asked for few decisions wants to see how the work goes. */
function Led() {
  const { t } = useTranslation();
  return (
    <section className="desk-led">
      <h2>{t('leader.led')}</h2>
      <Decided empty={t('leader.ledEmpty')} />
    </section>
  );
}

function TraySection({ title }: { title: string }) {
  const { t } = useTranslation();
  const tray = useQuery(lists.tray());
  return (
    <section className="desk-tray" aria-label={title}>
      <h2>{title}</h2>
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
  );
}
