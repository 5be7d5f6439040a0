import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { address } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { TimelinessReport } from '../api/types';
import type { FigureSearch } from '../app/search';
import { beginningOf, daysAfter } from '../clock/county-days';
import { EmptyBlock } from '../shared/blocks';
import { serverNow } from '../shared/clock';
import { countyDay, countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { FigureFilters } from './figure-filters';
import { GroupTable } from './group-table';
import { HolderDays } from './holder-days';
import { Summary } from './summary';

/** What the report is asked for: the end of the day that was chosen, and a ledger of elsewhere only by whom may read it. */
function questionOf({ source, asOf, ...rest }: FigureSearch) {
  const today = countyDay(new Date(serverNow()).toISOString());
  const past = asOf !== undefined && asOf < today;
  const question = { ...rest, ...(past && { asOf: beginningOf(daysAfter(asOf, 1)) }) };
  return source === undefined
    ? { path: '/reports/timeliness', question }
    : { path: '/reports/history', question: { ...question, source } };
}

/** The part of the question that days by holder know. */
const holdersOf = ({ unit, kind, month, asOf }: Record<string, string | undefined>) => ({
  ...(unit !== undefined && { unit }),
  ...(kind !== undefined && { kind }),
  ...(month !== undefined && { month }),
  ...(asOf !== undefined && { asOf }),
});

/** How timely answers were, by unit, source or month: numerators, denominators and what is left out; prints and exports as it stands. */
export function FiguresPage() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const search = useSearch({ from: '/inside/figures' });
  const { path, question } = questionOf(search);
  const query = useQuery(lists.timeliness(path, question));
  return (
    <>
      <PageHead
        title={t('figures.title')}
        sub={t('figures.note')}
        acts={
          <>
            <a href={address(`${path}/export`, { ...question, format: 'xlsx' })} download>
              {t('figures.export')}
            </a>
            <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
              {t('figures.print')}
            </Button>
          </>
        }
      />
      <FigureFilters search={search} mayReadHistory={acts.includes('report.history')} />
      <div className="stack">
        <Remote query={query} rows={8}>
          {(report) => <Report report={report} />}
        </Remote>
        {search.source === undefined && acts.includes('report.holders') ? (
          <HolderDays question={holdersOf(question)} />
        ) : null}
      </div>
    </>
  );
}

function Report({ report }: { report: TimelinessReport }) {
  const { t } = useTranslation();
  if (report.all.total === 0) return <EmptyBlock words={t('figures.empty')} />;
  return (
    <div className="stack">
      <p className="soft small">{t('figures.asOfLine', { at: countyTime(report.asOf) })}</p>
      <Summary report={report} />
      <GroupTable report={report} />
    </div>
  );
}
