import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStorable } from '@ducha/http';
import type { Answer, Json } from '#test-kit';
import { inParallel } from './door.js';

const list = join(__dirname, '../../../../shared/data/bad-input/blns.json');
const own = [
  '兰考县仪封镇代庄村“雨污分流”——（二期）',
  '𠮷野家 𠀀𠀁 㐀㐁',
  '👩‍👩‍👧‍👦🇨🇳',
  'e\u0301 é',
  '\u202eright to left',
  'שלום مرحبا',
  '行一\n行二\r\n行三\t格',
  '=HYPERLINK("http://x","点")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\u200b零宽\u200b',
  '\ufeff字节序',
  '"引号"，\'单引\'',
  '<b onclick=alert(1)>粗</b>',
  '{{7*7}} ${7*7} %s %n',
  '\\u0000 \\ud800',
  '_x000D_ _x0041_',
  "Robert'); drop table task;--",
  '\u2028\u2029',
  '0001',
  '1e5',
  'TRUE',
  '2026-02-30',
  '\u0001\u0008\u001f',
  '\u3000全角空格在两头\u3000',
  '值\u0000零',
  '半\ud800个',
];

/** Every string that is tried: our own, and the big list where it is at hand. */
export function naughtyStrings(): string[] {
  const known = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : [];
  if (known.length === 0) console.warn(`SKIPPED: ${list} is absent; ${own.length} strings of our own are used`);
  return [...new Set([...own, ...known])];
}

/** One request that said a string, and what its fields gave back; `back` is asked only when it was taken. */
export interface Said {
  /** The fields it went through, as the findings name them. */
  readonly where: string;
  /** What the shortest of these fields takes. */
  readonly longest: number;
  readonly answer: Answer;
  readonly back?: Readonly<Record<string, Json>>;
}

/** What became of every string in every field. */
export class Findings {
  kept = 0;
  refused = 0;
  /** Came back differently. */
  readonly altered: string[] = [];
  /** Broke something, or was refused without a reason that holds. */
  readonly unexplained: string[] = [];

  /** Lets a story say every string, `width` at a time, and judges each request. @param comesBackAs  for a field that is known to change it */
  async tell(
    texts: readonly string[],
    width: number,
    story: (text: string, lane: number) => Promise<readonly Said[]>,
    comesBackAs: Readonly<Record<string, (text: string) => string>> = {},
  ): Promise<void> {
    const told = await inParallel(texts, width, async (text, lane) => ({ text, said: await story(text, lane) }));
    for (const { text, said } of told) for (const one of said) this.judge(text, one, comesBackAs);
  }

  private judge(
    text: string,
    { where, longest, answer, back = {} }: Said,
    comesBackAs: Readonly<Record<string, (text: string) => string>>,
  ): void {
    if (answer.status >= 400) {
      this.refused += 1;
      if (answer.status >= 500 || !mayRefuse(text, longest))
        this.unexplained.push(`${where} ${shown(text)}: ${answer.status} ${answer.text.slice(0, 100)}`);
      return;
    }
    for (const [field, got] of Object.entries(back)) {
      if (got === (comesBackAs[field]?.(text) ?? text)) this.kept += 1;
      else this.altered.push(`${field} ${shown(text)} -> ${shown(got)}`);
    }
  }

  /** What is wrong so far. */
  get wrong(): string[] {
    return [...this.altered, ...this.unexplained];
  }
}

const mayRefuse = (text: string, longest: number): boolean =>
  !/\S/u.test(text) || text.length > longest || !isStorable(text);
const shown = (value: unknown): string => String(JSON.stringify(value)).slice(0, 60);

/** Whether a request was taken. */
export const taken = ({ status }: Answer): boolean => status < 400;
