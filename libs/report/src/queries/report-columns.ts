import type { ExportColumn } from '@ducha/spreadsheet';
import type { TimelinessReportView, TimelinessView } from '../http/report.view.js';

type Column = ExportColumn<TimelinessView>;

const groupTitles: Record<string, string> = { unit: '单位', kind: '事项来源', month: '收到月份' };
const unitNames: Record<string, string> = { wd: '个工作日', d: '个自然日', m: '个月' };

/** `5wd` as offices write it: `5个工作日`. */
const termName = (term: string): string =>
  term.replace(/(\d+)(wd|d|m)/, (_, n: string, unit: string) => `${n}${unitNames[unit] ?? ''}`);

/** The report as a sheet: numerators and denominators beside every share. */
export function reportColumns({ by, all }: TimelinessReportView): Column[] {
  return [
    { title: groupTitles[by] ?? by, width: 24, value: ({ label }) => label },
    { title: '总数', value: ({ total }) => total },
    { title: '不计入', value: ({ excluded }) => excluded },
    { title: '计入', value: ({ byOriginalDate }) => byOriginalDate.of },
    { title: '未办结', value: ({ open }) => open },
    { title: '无时限', value: ({ noLimit }) => noLimit },
    ...byDate('按原定时限', ({ byOriginalDate }) => byOriginalDate),
    ...byDate('按现行时限', ({ byCurrentDate }) => byCurrentDate),
    ...all.within.flatMap(({ term }, at) => within(`${termName(term)}内`, at)),
  ];
}

const byDate = (title: string, figure: (row: TimelinessView) => TimelinessView['byOriginalDate']): Column[] => [
  { title: `${title}按时`, value: (row) => figure(row).onTime },
  { title: `${title}逾期`, value: (row) => figure(row).late },
  { title: `${title}按时率（%）`, value: (row) => figure(row).percent },
];

const within = (title: string, at: number): Column[] => [
  { title: `${title}答复`, value: (row) => row.within[at]?.n },
  { title: `${title}应计`, value: (row) => row.within[at]?.of },
  { title: `${title}（%）`, value: (row) => row.within[at]?.percent },
];
