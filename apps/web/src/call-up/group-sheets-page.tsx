import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, QRCode } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { Inspection, Standard, Visit } from '../api/types';
import { LoadingBlock, ProblemBlock } from '../shared/blocks';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { comma } from '../i18n/punctuation';

/** One printed sheet for each group at the release, for whoever has no device: where, which households, by which clauses, the code. */
export function GroupSheetsPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/inspections/$id/sheets' });
  const query = useQuery(lists.inspection(id));
  return (
    <Remote query={query}>
      {(inspection) => (
        <>
          <div className="no-print">
            <PageHead
              title={t('callUp.sheets')}
              sub={t('callUp.sheetsNote')}
              acts={
                <>
                  <Link to="/inspections/$id" params={{ id }}>
                    <Button>{t('callUp.back')}</Button>
                  </Link>
                  <Button type="primary" onClick={() => window.print()}>
                    {t('callUp.print')}
                  </Button>
                </>
              }
            />
          </div>
          {inspection.releasedAt === null ? (
            <p>{t('inspection.codeAfter')}</p>
          ) : (
            <Sheets inspection={inspection} standardId={inspection.plan.standard?.id ?? ''} />
          )}
        </>
      )}
    </Remote>
  );
}

function Sheets({ inspection, standardId }: { inspection: Inspection; standardId: string }) {
  const visits = useInfiniteQuery(lists.visits({ inspectionId: inspection.id }));
  const standard = useQuery({ ...lists.standard(standardId), enabled: standardId !== '' });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = visits;
  // a sheet with half of its places would send a group astray
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (visits.error !== null) return <ProblemBlock cause={visits.error} retry={() => void visits.refetch()} />;
  if (visits.data === undefined || hasNextPage) return <LoadingBlock rows={6} />;
  const all = visits.data.pages.flatMap(({ items }) => items);
  return (
    <Remote query={standard}>
      {(found) =>
        inspection.plan.groups.map((group) => (
          <GroupSheet
            key={group.id}
            inspection={inspection}
            group={group}
            visits={all.filter((visit) => visit.group.id === group.id)}
            clauses={clausesOf(found, inspection.plan.standard?.number)}
          />
        ))
      }
    </Remote>
  );
}

type Clause = Standard['versions'][number]['clauses'][number];

const clausesOf = ({ versions }: Standard, number: number | undefined): readonly Clause[] =>
  versions.find((version) => version.number === number)?.clauses ?? [];

interface GroupSheetProps {
  inspection: Inspection;
  group: Inspection['plan']['groups'][number];
  visits: readonly Visit[];
  clauses: readonly Clause[];
}

function GroupSheet({ inspection, group, visits, clauses }: GroupSheetProps) {
  const { t } = useTranslation();
  const { name, number, fromOn, toOn, plan } = inspection;
  const people = [...(group.leader ? [group.leader] : []), ...group.members, ...group.invited];
  return (
    <section className="sheet stack group-sheet" aria-label={group.name}>
      <h2>
        {group.name} · {name}
      </h2>
      <p>
        {[number, fromOn !== null && toOn !== null ? t('inspection.days', { from: fromOn, to: toOn }) : null]
          .filter((one) => one !== null)
          .join(' · ')}
      </p>
      <p>
        {t('inspection.field.leader')}
        {t('general.colon')}
        {group.leader?.name ?? t('inspection.notSaid')} ·{' '}
        {people
          .slice(1)
          .map((one) => one.name)
          .join(comma())}
      </p>
      <p>{group.charter}</p>
      <Places
        visits={visits}
        households={visits.some(({ site }) => site?.kind === 'village') ? plan.householdsPerVillage : null}
      />
      <Checklist clauses={clauses} />
      <SheetCode inspection={inspection} />
    </section>
  );
}

function Places({ visits, households }: { visits: readonly Visit[]; households: number | null }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('callUp.places')}</h3>
      <ul>
        {visits.map(({ id, site, unit }) => (
          <li key={id}>
            {site === null
              ? unit.shortName
              : [site.village, site.name, site.code, unit.shortName].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
      {households === null ? null : <p>{t('callUp.households', { count: households })}</p>}
    </>
  );
}

/** What a number must reach or not exceed. */
const signOf = { at_least: '≥', at_most: '≤' } as const;

function Checklist({ clauses }: { clauses: readonly Clause[] }) {
  const { t } = useTranslation();
  return (
    <table className="custody-table">
      <thead>
        <tr>
          <th scope="col">{t('callUp.clause')}</th>
          <th scope="col">{t('callUp.answer')}</th>
          <th scope="col">{t('callUp.seen')}</th>
        </tr>
      </thead>
      <tbody>
        {clauses.map(({ key, text, redLine, rule, limit }) => (
          <tr key={key}>
            <td>
              {text}
              {redLine ? ` ${t('callUp.redLine')}` : ''}
            </td>
            <td>
              {rule === 'yes_no'
                ? `□ ${t('callUp.yes')}　□ ${t('callUp.no')}`
                : `______ ${signOf[rule]} ${limit ?? ''}`}
            </td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SheetCode({ inspection: { code, token } }: { inspection: Inspection }) {
  const { t } = useTranslation();
  if (code === null || token === null) return null;
  return (
    <div className="code-show">
      <div aria-hidden>
        <QRCode value={`${window.location.origin}/verify-code#${token}`} size={150} errorLevel="L" type="svg" />
      </div>
      <div>
        <b>{code}</b>
        <p className="soft small">{t('inspection.codeNote')}</p>
      </div>
    </div>
  );
}
