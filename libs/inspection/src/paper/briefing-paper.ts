import { COUNTY_ZONE } from '@ducha/kernel';
import { lineAcross, officialRed, type PaperDocument } from '@ducha/paper';
import type { RollUpMissView, InspectionRollUpView } from '../http/roll-up/roll-up.view.js';
import { placeFigure, placeTable } from './briefing-figures.js';

/** What stands above a briefing beside its numbers. */
export interface BriefingHead {
  readonly county: string | null;
  readonly bureau: string | null;
  /** Who opened the inspection. */
  readonly to: string | null;
  readonly purpose: string | null;
  readonly scope: string | null;
  readonly groups: number;
  readonly people: number;
}

const day = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: COUNTY_ZONE, year: 'numeric', month: 'long', day: 'numeric' },
});
const time = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: COUNTY_ZONE, month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});
const at = (instant: Date | null): string => (instant === null ? '—' : time.format(instant));
const whys: Readonly<Record<RollUpMissView['why'], string>> = {
  absent: '无人在场',
  refused: '拒绝检查',
  replaced: '已搬迁，由备选点位替换',
  assigned: '尚未前往',
};

/** A briefing for the leader who sent the inspection out: a draft, to be read and changed before it goes anywhere. */
export function briefingDocument(head: BriefingHead, sum: InspectionRollUpView): PaperDocument {
  const sender = `${head.county ?? ''}${head.bureau ?? '督查局'}`;
  return {
    pageSize: 'A4',
    pageMargins: [79, 80, 74, 80],
    info: { title: `${sum.name} 督查快报（草稿）`, author: sender },
    content: [
      { text: sender, alignment: 'center', color: officialRed, bold: true, fontSize: 24, characterSpacing: 3 },
      { text: '督查快报', alignment: 'center', color: officialRed, bold: true, fontSize: 18, margin: [0, 4, 0, 8] },
      { columns: [{ text: sum.number }, { text: '草稿，未经审签', alignment: 'right', bold: true }] },
      { ...lineAcross(officialRed, 2), margin: [0, 4, 0, 12] },
      { text: `关于“${sum.name}”的情况汇报`, alignment: 'center', bold: true, fontSize: 16, margin: [0, 0, 0, 10] },
      ...(head.to === null ? [] : [{ text: `${head.to}同志：` }]),
      ...sections(head, sum),
      { text: sender, alignment: 'right', margin: [0, 24, 12, 0] },
      { text: day.format(sum.now), alignment: 'right', margin: [0, 2, 12, 0] },
    ],
    foot: `${sum.number} 督查快报（草稿）`,
    watermark: { text: '草稿', color: '#8c8c8c', opacity: 0.15, bold: true },
  };
}

/** Numbered as they come: a section without anything to say is left out. */
function sections(head: BriefingHead, sum: InspectionRollUpView): object[] {
  const all: [string, object[]][] = [
    ['总体情况', overall(head, sum)],
    ['各点位情况', sum.places.length === 0 ? [] : [placeFigure(sum.places), placeTable(sum.places)]],
    ['共性问题', problems(sum)],
    ['触碰红线情况', crossings(sum)],
    ['未能到达的点位', misses(sum)],
    ['与以往轮次比较', comparison(sum)],
  ];
  const numbers = ['一', '二', '三', '四', '五', '六'];
  return all
    .filter(([, parts]) => parts.length > 0)
    .flatMap(([title, parts], n) => [
      { text: `${numbers[n] ?? ''}、${title}`, bold: true, fontSize: 13, margin: [0, 10, 0, 4] },
      ...parts,
    ]);
}

const paragraph = (text: string): object => ({ text, leadingIndent: 24, margin: [0, 2, 0, 0] });

function overall(head: BriefingHead, { totals, times, places }: InspectionRollUpView): object[] {
  const villages = places.filter(({ kind, arrivedAt }) => kind === 'village' && arrivedAt !== null).length;
  const { findings, serious, common, unconfirmed, redLines } = totals;
  const noticed =
    times.discoveredAfterMinutes === null
      ? '截至目前未被察觉。'
      : `首次到达后 ${times.discoveredAfterMinutes} 分钟首次被察觉，${times.unnoticed} 个点位直至离开未被察觉。`;
  return [
    paragraph(
      `本次督查${head.purpose === null ? '' : `旨在${head.purpose}，`}${head.groups} 个组、${head.people} 人参加，派出时间 ${at(times.releasedAt)}，首次到达 ${at(times.firstArrivalAt)}，最后离开 ${at(times.lastFinishAt)}。`,
    ),
    paragraph(
      `共到 ${villages} 个村、入户 ${totals.households} 户，完成走访 ${totals.done} 次，无人 ${totals.absent} 次，拒绝 ${totals.refused} 次，未完成 ${totals.open} 次。${noticed}`,
    ),
    paragraph(
      `发现问题 ${findings} 个，其中严重 ${serious} 个、触碰红线 ${redLines} 个；属共性问题的 ${common} 个，属个性问题的 ${findings - common} 个；尚待第二人确认 ${unconfirmed} 个。`,
    ),
  ];
}

const problems = ({ problems: all }: InspectionRollUpView): object[] =>
  all
    .filter((one) => one.class === 'common')
    .map(({ text, findings, units, sites, groups, decided }, n) =>
      paragraph(
        `${n + 1}. ${text}：${findings} 个问题，涉及 ${units} 个单位、${sites} 个点位，${groups} 个组发现（${decided ? '已认定' : '按规则提示，待认定'}）。`,
      ),
    );

const crossings = ({ crossings: all }: InspectionRollUpView): object[] =>
  all.map(({ place, unit, text }, n) => paragraph(`${n + 1}. ${place}（${unit.shortName}）：${text}。`));

const misses = ({ misses: all }: InspectionRollUpView): object[] =>
  all.map(({ name, village, unit, group, why, note }, n) =>
    paragraph(
      `${n + 1}. ${village ?? ''}${name}（${unit.shortName}，第 ${group} 组）：${whys[why]}${note === null ? '' : `，${note}`}。`,
    ),
  );

function comparison({ comparison: beside, totals }: InspectionRollUpView): object[] {
  if (beside === null) return [];
  const { round, before, places, clauses } = beside;
  const line = ({ name, before: then, now }: { name: string; before: number; now: number }): string =>
    `${name} ${then}→${now}`;
  return [
    paragraph(
      `与“${round.name}”（${round.number}，${day.format(round.releasedAt)}）相比，问题由 ${before.findings} 个变为 ${totals.findings} 个，严重问题由 ${before.serious} 个变为 ${totals.serious} 个。`,
    ),
    ...(places.length === 0 ? [] : [paragraph(`两轮都到的点位：${places.map(line).join('，')}。`)]),
    ...(clauses.length === 0 ? [] : [paragraph(`按条款：${clauses.map(line).join('；')}。`)]),
  ];
}
