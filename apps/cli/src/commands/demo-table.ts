import type { Played } from '@ducha/demonstration';

/** Numbers of the audit chain. */
export interface AuditNumbers {
  readonly rows: number;
  readonly findings: number;
}

const stateNames: Readonly<Record<string, string>> = {
  received: '已登记',
  registered: '已立项',
  replied: '已答复',
  closed: '已办结',
  filed: '存查',
  merged: '并案',
  declined: '不予立项',
  handed_over: '移送',
  cancelled: '终止',
};

/** What happened, as a table for the terminal. */
export function tableOf(played: Played, audit: AuditNumbers): string {
  const { tally } = played;
  const rows: [string, string][] = [
    ['事项 matters', states(played.matters)],
    ['督办任务 tasks', states(played.tasks)],
    ['交办单 assignments', `${played.assignments}，送达 ${played.deliveries}`],
    ['承办单位 units', String(played.units)],
    ['退回重办 redo', `${tally.redone}（单位内部退回 ${tally.returned}）`],
    ['撤回 / 改派 recalled / reassigned', `${tally.recalled} / ${tally.reassigned}`],
    ['呈报 presented', `${tally.presented}（再批示 ${tally.instructedAgain}）`],
    ['答复 replies', `${tally.replies}，已读 ${tally.repliesRead}，评价 ${tally.feedback}`],
    ['用时 time', played.phases.map(({ name, ms }) => `${name} ${(ms / 1000).toFixed(1)}s`).join('  ')],
    [
      '审计记录 audit rows',
      `${audit.rows}，verify-audit ${audit.findings === 0 ? '通过' : `发现 ${audit.findings} 处`}`,
    ],
  ];
  const width = Math.max(...rows.map(([title]) => columnsOf(title)));
  const lines = rows.map(([title, value]) => `${title}${' '.repeat(width - columnsOf(title))}  ${value}\n`);
  return [...lines, ...played.failures.map((failure) => `✗ ${failure}\n`)].join('');
}

function states(counts: Readonly<Record<string, number>>): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(counts).map(([state, count]) => `${stateNames[state] ?? state} ${count}`);
  return `${total}（${parts.join('，')}）`;
}

/** Columns of a terminal: a Chinese character takes two. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
}
