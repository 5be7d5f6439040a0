import type { RollUpPlaceView } from '../http/roll-up/roll-up.view.js';

/** Places that a figure has room for; the table names all. */
const most = 24;
const barWidth = 280;

/** Findings by place as drawn bars, most first: the serious ones dark, so that it can be read in black and white. */
export function placeFigure(places: readonly RollUpPlaceView[]): object {
  const shown = [...places].sort((a, b) => b.findings - a.findings).slice(0, most);
  const highest = Math.max(1, ...shown.map(({ findings }) => findings));
  const width = (n: number): number => (n / highest) * barWidth;
  const bar = ({ serious, findings }: RollUpPlaceView): object => ({
    canvas: [
      ...stretch(0, width(serious), '#7a1f1f'),
      ...stretch(width(serious), width(findings - serious), '#d9b3a8'),
    ],
  });
  return {
    stack: [
      { text: '各点位问题数（深色为严重问题）', fontSize: 10, color: '#404040', margin: [0, 2, 0, 2] },
      {
        table: {
          widths: [90, barWidth, '*'],
          body: shown.map((place) => [
            { text: place.name, fontSize: 10 },
            place.findings === 0 ? '' : bar(place),
            { text: String(place.findings), fontSize: 10 },
          ]),
        },
        layout: 'noBorders',
      },
    ],
    margin: [0, 0, 0, 8],
  };
}

/** A drawn part of a bar; none where there is nothing, not even a line. */
const stretch = (x: number, w: number, color: string): object[] =>
  w === 0 ? [] : [{ type: 'rect', x, y: 3, w, h: 9, color }];

/** The numbers of every place. */
export function placeTable(places: readonly RollUpPlaceView[]): object {
  const heads = ['点位', '单位', '组', '完成', '入户', '问题', '严重', '红线', '共性', '个性', '被察觉'];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', '*', ...heads.slice(2).map(() => 'auto')],
      body: [
        heads.map((text) => ({ text, bold: true, alignment: 'center', fontSize: 9.5 })),
        ...places.map((place) => cellsOf(place).map((text) => ({ text, alignment: 'center', fontSize: 9.5 }))),
      ],
    },
  };
}

const cellsOf = (place: RollUpPlaceView): string[] => [
  ...[place.name, place.unit.shortName, place.groups.join('、')],
  ...[place.done, place.households, place.findings, place.serious, place.redLines, place.common].map(String),
  String(place.findings - place.common),
  place.discoveredAfterMinutes === null ? '否' : `${place.discoveredAfterMinutes} 分`,
];
