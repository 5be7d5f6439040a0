import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import type { AskedView } from '../../api/types';
import { nameOf } from '../../i18n/names';
import { EmptyBlock } from '../../shared/blocks';
import { PageHead } from '../../shared/page-head';
import { Remote } from '../../shared/remote';
import { RoutineReport } from '../../task/routine';

/** What the unit was asked for in a month: how much, by whom, and how many answers fall due. */
export function AskedPage() {
  const { t } = useTranslation();
  const { month } = useSearch({ from: '/inside/asked' });
  const navigate = useNavigate();
  const query = useQuery(lists.asked(month));
  return (
    <>
      <PageHead title={t('need.month')} sub={t('need.monthNote')} />
      <search className="filters">
        <DatePicker
          picker="month"
          value={month === undefined ? null : dayjs(`${month}-01`)}
          placeholder={t('need.thisMonth')}
          aria-label={t('need.thisMonth')}
          onChange={(picked) => void navigate({ to: '/asked', search: { month: picked?.format('YYYY-MM') } })}
        />
      </search>
      <Remote query={query} rows={6}>
        {(asked) => <Lines asked={asked} />}
      </Remote>
    </>
  );
}

function Lines({ asked: { received, due, lines, reports } }: { asked: AskedView }) {
  const { t } = useTranslation();
  if (lines.length === 0 && reports.length === 0) return <EmptyBlock words={t('need.monthEmpty')} />;
  return (
    <div className="stack">
      {reports.length === 0 ? null : <Reports reports={reports} />}
      {lines.length === 0 ? null : (
        <section className="sheet">
          <p className="dialog-intro">
            <b>{t('need.monthTotal', { received, due })}</b>
          </p>
          <AskedTable lines={lines} />
        </section>
      )}
    </div>
  );
}

function AskedTable({ lines }: Pick<AskedView, 'lines'>) {
  const { t } = useTranslation();
  const several = new Set(lines.map(({ unit }) => unit.id)).size > 1;
  return (
    <div className="table-scroll" role="region" aria-label={t('need.month')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('need.byWhom')}</th>
            <th scope="col">{t('need.source')}</th>
            {several ? <th scope="col">{t('need.toUnit')}</th> : null}
            <th scope="col">{t('need.received')}</th>
            <th scope="col">{t('need.dueThen')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ unit, asker, kind, received: sent, due: answers }) => (
            <tr key={`${unit.id} ${asker?.id ?? ''} ${kind}`}>
              <td>{asker?.name ?? t('need.bureau')}</td>
              <td>{nameOf('words.matterKind', kind)}</td>
              {several ? <td>{unit.shortName}</td> : null}
              <td>{sent}</td>
              <td>{answers}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the unit reports by itself, the next report first. */
function Reports({ reports }: Pick<AskedView, 'reports'>) {
  const { t } = useTranslation();
  return (
    <section className="sheet">
      <h2>{t('need.reports')}</h2>
      <p className="soft small">{t('need.reportsNote')}</p>
      <ul className="plain-list">
        {reports.map((duty) => (
          <li key={`${duty.taskId} ${duty.unit.id}`} className="unit-line">
            <Link to="/tasks/$id" params={{ id: duty.taskId }}>
              {duty.title}
            </Link>{' '}
            <span className="faint small">{duty.unit.shortName}</span>
            <RoutineReport duty={duty} />
          </li>
        ))}
      </ul>
    </section>
  );
}
