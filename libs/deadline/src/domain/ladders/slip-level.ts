import type { FieldError } from '@ducha/kernel';

/** One colour of slips as the county has it (DOMAIN L51, L52). */
export interface SlipLevel {
  /** 1 is the mildest. */
  readonly level: number;
  readonly name: string;
  readonly nameZh: string;
  /** `#rrggbb`, dark enough to be read on white. */
  readonly colour: string;
  /** Working days until its reply is due. */
  readonly replyDays: number;
}

/** Until the county settles something else: blue reminds, orange warns, red is last. */
export const usualSlipLevels: readonly SlipLevel[] = [
  { level: 1, name: 'Blue slip', nameZh: '蓝色督办单', colour: '#0958d9', replyDays: 2 },
  { level: 2, name: 'Orange slip', nameZh: '橙色督办单', colour: '#ad4e00', replyDays: 2 },
  { level: 3, name: 'Red slip', nameZh: '红色督办单', colour: '#a8071a', replyDays: 1 },
];

/** How much darker than white a colour must be to be read on it. */
const least = 4.5;

/** What is wrong with the colours of a county, each at its field. */
export function faultsOfLevels(levels: readonly SlipLevel[]): FieldError[] {
  return levels.flatMap(({ level, name, nameZh, colour }, at) => {
    const wrong: FieldError[] = [];
    const path = `levels[${at}]`;
    if (level !== at + 1) wrong.push({ path: `${path}.level`, message: `must be ${at + 1}`, constraint: 'inOrder' });
    if (levels.findIndex((one) => one.nameZh === nameZh || one.name === name) !== at)
      wrong.push({ path: `${path}.nameZh`, message: 'is the name of another slip', constraint: 'once' });
    if (contrastOnWhite(colour) < least)
      wrong.push({ path: `${path}.colour`, message: 'cannot be read on white', constraint: 'contrast' });
    return wrong;
  });
}

/** By the Web Content Accessibility Guidelines 2.2. */
function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
