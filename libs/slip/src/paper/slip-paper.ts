import { COUNTY_ZONE } from '@ducha/kernel';
import { lineAcross, officialRed, type PaperDocument } from '@ducha/paper';

/** What stands on a slip. */
export interface SlipPaper {
  readonly sender: string;
  readonly number: string;
  readonly nameZh: string;
  readonly colour: string;
  readonly level: number;
  /** How many levels the county has. */
  readonly levels: number;
  readonly unit: string;
  readonly taskNumber: string | null;
  readonly taskTitle: string;
  readonly clockKind: string;
  readonly demand: string;
  /** Law and article; null for a date that somebody set. */
  readonly basis: string | null;
  readonly dueAt: Date;
  readonly servedAt: Date;
  readonly replyDueAt: Date;
  readonly officer: string | null;
  readonly withdrawn: boolean;
}

const kinds: Readonly<Record<string, string>> = {
  sign: '未按期签收',
  answer: '未按期报送办理结果',
  redo: '未按期完成重办',
};
const levelWords = ['一', '二', '三', '四', '五', '六'];

const dayFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: COUNTY_ZONE,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('zh-CN', {
  ...{
    timeZone: COUNTY_ZONE,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
});

/** A slip as an official document on one sheet of A4 (GB/T 9704 margins). */
export function slipDocument(slip: SlipPaper): PaperDocument {
  return {
    pageSize: 'A4',
    pageMargins: [79, 90, 74, 80],
    info: { title: `${slip.nameZh} ${slip.number}`, author: slip.sender },
    content: [
      ...headOf(slip),
      tableOf(slip),
      ...demandOf(slip),
      { text: slip.sender, alignment: 'right', margin: [0, 28, 12, 0] },
      { text: dayFormat.format(slip.servedAt), alignment: 'right', margin: [0, 2, 12, 0] },
    ],
    foot: `${slip.nameZh}（${levelOf(slip)}） ${slip.number}`,
    ...(slip.withdrawn && { watermark: { text: '已撤销', color: '#8c8c8c', opacity: 0.25, bold: true } }),
  };
}

const levelOf = ({ level, levels }: SlipPaper): string =>
  `第${levelWords[level - 1] ?? String(level)}级，共${levelWords[levels - 1] ?? String(levels)}级`;

function headOf(slip: SlipPaper): object[] {
  return [
    { text: slip.sender, alignment: 'center', color: officialRed, bold: true, fontSize: 26, characterSpacing: 3 },
    { text: slip.nameZh, alignment: 'center', color: slip.colour, bold: true, fontSize: 20, margin: [0, 4, 0, 8] },
    {
      columns: [
        { text: slip.number, width: '*' },
        { text: levelOf(slip), width: 'auto', color: slip.colour, bold: true },
      ],
    },
    { ...lineAcross(officialRed, 2.2), margin: [0, 4, 0, 14] },
  ];
}

function tableOf(slip: SlipPaper): object {
  const row = (label: string, words: string): object[] => [
    { text: label, bold: true, alignment: 'center', margin: [0, 4] },
    { text: words, margin: [4, 4] },
  ];
  return {
    table: {
      widths: [90, '*'],
      dontBreakRows: true,
      body: [
        row('发往单位', slip.unit),
        row('督办事项', `${slip.taskTitle}${slip.taskNumber === null ? '' : `\n（${slip.taskNumber}）`}`),
        row('督办缘由', kinds[slip.clockKind] ?? '未按期办理'),
        row('依　　据', slip.basis ?? '交办时确定的办理期限'),
        row('办理期限', timeFormat.format(slip.dueAt)),
        row('发出时间', timeFormat.format(slip.servedAt)),
        row('回复期限', timeFormat.format(slip.replyDueAt)),
        row('跟 办 人', slip.officer ?? '—'),
      ],
    },
  };
}

function demandOf(slip: SlipPaper): object[] {
  const paragraph = (text: string, above = 8): object => ({ text, leadingIndent: 24, margin: [0, above, 0, 0] });
  const last = slip.level >= slip.levels;
  return [
    { text: `${slip.unit}：`, margin: [0, 16, 0, 0] },
    paragraph(
      `上列督办事项${kinds[slip.clockKind] ?? '未按期办理'}，现发出${slip.nameZh}。请你单位立即办理，并于${timeFormat.format(slip.replyDueAt)}前书面回复未按期办理的原因、目前进展和完成时间。`,
      2,
    ),
    paragraph(
      last
        ? '理由成立的，撤销本督办单；逾期不回复或者理由不成立的，本督办单成立，按程序报县领导研究处理。'
        : '理由成立的，撤销本督办单；逾期不回复或者理由不成立的，本督办单成立，仍未办结的将发出上一级督办单。',
      2,
    ),
    paragraph('对本督办单有异议的，可以在督查系统中提出申辩，由未参与发出本督办单的人员裁定。', 2),
    ...(slip.demand === ''
      ? []
      : [{ text: `办理要求：${slip.demand}`, margin: [0, 10, 0, 0], fontSize: 10.5, color: '#404040' }]),
  ];
}
