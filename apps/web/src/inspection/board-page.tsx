import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { InspectionBoard, Visit } from '../api/types';
import { useWrite } from '../api/write';
import { EmptyBlock } from '../shared/blocks';
import { countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { FindingLinks } from './finding-links';

type Group = InspectionBoard['groups'][number];

/** A running inspection: how far each group is, and where it was last; never where people are. */
export function BoardPage() {
  const { id } = useParams({ from: '/inside/inspections/$id/board' });
  const query = useQuery(lists.inspectionBoard(id));
  return <Remote query={query}>{(board) => <Board board={board} />}</Remote>;
}

function Board({ board }: { board: InspectionBoard }) {
  const { t } = useTranslation();
  const visits = useInfiniteQuery({ ...lists.visits({ inspectionId: board.id }), refetchInterval: 15_000 });
  const going = visits.data?.pages.flatMap(({ items }) => items) ?? [];
  const { id, name, number, state, groups } = board;
  return (
    <>
      <PageHead
        title={name}
        sub={[number, t(`inspection.state.${state}`)].filter((one) => one !== null).join(' · ')}
        acts={
          <>
            <Link to="/inspections/$id" params={{ id }}>
              <Button>{t('inspection.planAndCode')}</Button>
            </Link>
            <FindingLinks inspectionId={id} />
          </>
        }
      />
      <Figures board={board} />
      {groups.length === 0 ? (
        <EmptyBlock words={t('inspection.boardEmpty')} />
      ) : (
        <ul className="plain-list board-groups">
          {groups.map((group) => (
            <GroupCard
              key={group.id}
              inspectionId={id}
              group={group}
              going={going.filter((visit) => visit.group.id === group.id)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function Figures({ board }: { board: InspectionBoard }) {
  const { t } = useTranslation();
  const { visits, open, done, absent, refused, replaced, discoveredAfterMinutes: noticed } = board;
  const figures: [string, string | number][] = [
    [t('inspection.total'), visits],
    [t('inspection.done'), done],
    [t('inspection.open'), open],
    [t('inspection.absent'), absent],
    [t('inspection.refused'), refused],
    [t('inspection.replaced'), replaced],
    [
      t('inspection.noticedAfter'),
      noticed === null ? t('inspection.notNoticed') : t('inspection.minutes', { count: noticed }),
    ],
  ];
  return (
    <section className="sheet board-figures" aria-live="polite">
      {figures.map(([label, value]) => (
        <div key={label}>
          <b>{value}</b>
          <span className="soft small">{label}</span>
        </div>
      ))}
    </section>
  );
}

interface GroupProps {
  inspectionId: string;
  group: Group;
  going: Visit[];
}

function GroupCard({ inspectionId, group, going }: GroupProps) {
  const { t } = useTranslation();
  const { name, state, leader, people, visits, done, absent, refused, replaced, lastSite, lastAt, actions } = group;
  const share = (count: number): string => `${visits === 0 ? 0 : (count * 100) / visits}%`;
  return (
    <li className="card">
      <span className="spread">
        <b>{name}</b>
        <b className="soft">{t(`inspection.group.${state}`)}</b>
      </span>
      <span className="soft small">
        {leader === null ? null : `${t('inspection.field.leader')} ${leader.name} · `}
        {t('inspection.people', { count: people })}
      </span>
      <div className="board-bar" aria-hidden>
        <span style={{ width: share(done) }} />
        <span data-part="amiss" style={{ width: share(absent + refused) }} />
      </div>
      <span>{t('inspection.progress', { done: done + absent + refused, visits: visits - replaced })}</span>
      <span className="soft small">
        {lastSite === null || lastAt === null
          ? t('inspection.notYet')
          : t('inspection.last', { site: lastSite, at: countyTime(lastAt) })}
      </span>
      <ul className="plain-list board-visits">
        {going.map(({ id, site, unit, state: at }) => (
          <li key={id} className="spread">
            <Link className="underlined" to="/visits/$id" params={{ id }}>
              {site?.name ?? unit.shortName}
            </Link>
            <span className="soft small">{t(`inspection.visit.${at}`)}</span>
          </li>
        ))}
      </ul>
      {actions.includes('finish') ? <BringBack inspectionId={inspectionId} group={group} /> : null}
    </li>
  );
}

function BringBack({ inspectionId, group: { id, version } }: { inspectionId: string; group: Group }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (_: undefined, key: string) =>
      api.post<InspectionBoard>(`/inspections/${inspectionId}/groups/${id}/finish`, {}, { key, version }),
    said: () => t('inspection.broughtBack'),
    touches: [['inspections'], ['visits']],
  });
  return (
    <Popconfirm title={t('inspection.bringBackNote')} onConfirm={() => write.mutate(undefined)}>
      <Button loading={write.isPending}>{t('inspection.bringBack')}</Button>
    </Popconfirm>
  );
}
