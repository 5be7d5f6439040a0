import { lintPlanted } from './planted-lint.js';

/** What each rule refuses that we took over by recommendation: the least file that breaks it. */
const refused = {
  'eslint/eqeqeq': `export const same = (a: string, b: string): boolean => a == b;`,
  'eslint/no-array-constructor': `export const two = new Array(1, 2);`,
  'eslint/no-unused-expressions': `export function ask(a: number): void {\n  a + 1;\n}`,
  'eslint/no-unused-vars': `export function ask(said: number, _more: number): void {}`,
  'eslint/no-var': `export var loose = 1;`,
  'eslint/prefer-const': `export function one(): number {\n  let n = 1;\n  return n;\n}`,
  'eslint/prefer-rest-params': `export function first(): unknown {\n  return arguments[0];\n}`,
  'eslint/prefer-spread': `export const most = (all: [number]): number => Math.max.apply(Math, all);`,
  'typescript/await-thenable': `export const one = async (): Promise<number> => await 1;`,
  'typescript/ban-ts-comment': `export const one = 1; // @ts-ignore`,
  'typescript/consistent-type-assertions': `// boundary: a control\nexport const one = <unknown>1;`,
  'typescript/no-array-delete': `export function drop(all: number[]): void {\n  delete all[0];\n}`,
  'typescript/no-base-to-string': `export const said = (of: { a: number }): string => String(of);`,
  'typescript/no-duplicate-enum-values': `export enum State {\n  open = 'a',\n  closed = 'a',\n}`,
  'typescript/no-duplicate-type-constituents': `export type Twice = 'a' | 'b' | 'a';`,
  'typescript/no-empty-object-type': `export interface Nothing {}`,
  'typescript/no-explicit-any': `export const of = (value: any): void => void value;`,
  'typescript/no-extra-non-null-assertion': `export const all = (of: string[] | null): string[] => of!!;`,
  'typescript/no-floating-promises': `export function fire(): void {\n  Promise.resolve(1);\n}`,
  'typescript/no-for-in-array': `export function each(all: number[]): void {\n  for (const at in all) void at;\n}`,
  'typescript/no-implied-eval': `export const made = (): unknown => new Function('return 1');`,
  'typescript/no-misused-new': `export interface Made {\n  new (): Made;\n}`,
  'typescript/no-misused-promises': `export const each = (all: number[]): void => all.forEach(async () => Promise.resolve());`,
  'typescript/no-namespace': `export namespace Words {\n  export const one = 1;\n}`,
  'typescript/no-non-null-asserted-optional-chain': `export const a = (of?: { a: number }): number => of?.a!;`,
  'typescript/no-redundant-type-constituents': `export type Loose = unknown | string;`,
  'typescript/no-require-imports': `export const join = require('node:path');`,
  'typescript/no-this-alias': `export class Held {\n  self(): () => this {\n    const self = this;\n    return () => self;\n  }\n}`,
  'typescript/no-unnecessary-type-assertion': `export const of = (one: number): number => one!;`,
  'typescript/no-unnecessary-type-constraint': `export const same = <T extends unknown>(one: T): T => one;`,
  'typescript/no-unsafe-argument': `export const n = (text: string): number => Math.abs(JSON.parse(text));`,
  'typescript/no-unsafe-assignment': `export function read(text: string): void {\n  const said = JSON.parse(text);\n  void said;\n}`,
  'typescript/no-unsafe-call': `export const run = (text: string): void => void JSON.parse(text)();`,
  'typescript/no-unsafe-declaration-merging': `export interface Both {\n  a: string;\n}\n\n/** The other. */\nexport class Both {}`,
  'typescript/no-unsafe-enum-comparison': `export enum State {\n  open,\n}\n\n/** Compares. */\nexport const isOpen = (state: State): boolean => state === 0;`,
  'typescript/no-unsafe-function-type': `export type Any = Function;`,
  'typescript/no-unsafe-member-access': `export const a = (text: string): void => void JSON.parse(text).a;`,
  'typescript/no-unsafe-return': `export const read = (text: string) => JSON.parse(text);`,
  'typescript/no-unsafe-unary-minus': `export const less = (one: string): number => -one;`,
  'typescript/no-wrapper-object-types': `export type Text = String;`,
  'typescript/only-throw-error': `export function fail(): void {\n  throw 'no';\n}`,
  'typescript/prefer-as-const': `// boundary: a control\nexport const one = 'a' as 'a';`,
  'typescript/prefer-namespace-keyword': `export declare module Words {}`,
  'typescript/prefer-promise-reject-errors': `export const no = (): Promise<void> => Promise.reject('no');`,
  'typescript/restrict-plus-operands': `export const sum = (a: string, b: { n: number }): string => a + b;`,
  'typescript/restrict-template-expressions': `export const said = (of: number[]): string => \`\${of}\`;`,
  'typescript/switch-exhaustiveness-check': `export function n(of: 'a' | 'b'): number {\n  switch (of) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}`,
  'typescript/triple-slash-reference': `/// <reference path="./other.ts" />\nexport const one = 1;`,
  'typescript/unbound-method': `export class Held {\n  n = 1;\n  get(): number {\n    return this.n;\n  }\n}\n\n/** Unbound. */\nexport const get = new Held().get;`,
};

/** The same for the rules of hooks and those of React's compiler. */
const refusedInWeb = {
  'react/error-boundaries': `import { use } from 'react';\n\nfunction Child() {\n  return <p>{use(Promise.resolve('a'))}</p>;\n}\n\nexport function Part() {\n  try {\n    return <Child />;\n  } catch {\n    return null;\n  }\n}`,
  'react/globals': `let drawn = 0;\n\nexport function Part() {\n  drawn += 1;\n  return <p>a</p>;\n}`,
  'react/immutability': `export function Part({ of }: { of: { n: number } }) {\n  of.n = 2;\n  return <p>{of.n}</p>;\n}`,
  'react/incompatible-library': `import { useVirtualizer } from '@tanstack/react-virtual';\n\nexport function Part() {\n  const grid = useVirtualizer({ count: 1, getScrollElement: () => null, estimateSize: () => 1 });\n  return <p>{grid.getTotalSize()}</p>;\n}`,
  'react/purity': `export function Part() {\n  return <p>{Math.random()}</p>;\n}`,
  'react/refs': `import { useRef } from 'react';\n\nexport function Part() {\n  const seen = useRef(1);\n  return <p>{seen.current}</p>;\n}`,
  'react/set-state-in-effect': `import { useEffect, useState } from 'react';\n\nexport function Part({ of }: { of: number }) {\n  const [n, setN] = useState(0);\n  useEffect(() => {\n    setN(of);\n  }, [of]);\n  return <p>{n}</p>;\n}`,
  'react/set-state-in-render': `import { useState } from 'react';\n\nexport function Part() {\n  const [n, setN] = useState(0);\n  setN(1);\n  return <p>{n}</p>;\n}`,
  'react/static-components': `export function Part() {\n  const Inner = () => <b>a</b>;\n  return <Inner />;\n}`,
  'react/unsupported-syntax': `export function Part({ text }: { text: string }) {\n  return <p>{String(eval(text))}</p>;\n}`,
  'react/use-memo': `import { useMemo } from 'react';\n\nexport function Part({ n }: { n: number }) {\n  const twice = useMemo(async () => Promise.resolve(n * 2), [n]);\n  void twice;\n  return <p>a</p>;\n}`,
  'react/void-use-memo': `import { useMemo } from 'react';\n\nexport function Part({ n }: { n: number }) {\n  useMemo(() => {\n    document.title = String(n);\n  }, [n]);\n  return <p>a</p>;\n}`,
  'react-hooks/exhaustive-deps': `import { useEffect } from 'react';\n\nexport function usePart(said: string): void {\n  useEffect(() => {\n    document.title = said;\n  }, []);\n}`,
  'react-hooks/rules-of-hooks': `import { useState } from 'react';\n\nexport function useHalf(whole: boolean): number {\n  if (whole) return 1;\n  const [half] = useState(0.5);\n  return half;\n}`,
};

/** What our options of those rules allow. */
const allowed = {
  'libs/task/src/allowed.ts': `/** Has more than it needs. */\nexport function isNothing(one: string | null, _more: string): boolean {\n  return one == null;\n}\n\n/** The rest is one case. */\nexport function n(of: 'a' | 'b'): number {\n  switch (of) {\n    case 'a':\n      return 1;\n    default:\n      return 2;\n  }\n}\n`,
  'apps/web/src/allowed.tsx': `/** Waits by itself. */\nexport function Part({ read }: { read: () => Promise<void> }) {\n  return <button onClick={read}>a</button>;\n}\n\n/** As the router does. */\nexport function leave(): never {\n  throw { to: '/' };\n}\n`,
  'test/flows/allowed.ts': `export function first(text: string): string {\n  const said = JSON.parse(text);\n  return said.of.all(said)[0] as string;\n}\n`,
};

const fileOf = (rule: string) => rule.replace('/', '-');
const inLib = (rule: string) => `libs/task/src/${fileOf(rule)}.ts`;
const inWeb = (rule: string) => `apps/web/src/${fileOf(rule)}.tsx`;
const plantedBy = (place: (rule: string) => string, table: Record<string, string>) =>
  Object.entries(table).map(([rule, text]) => [place(rule), `${text}\n`] as const);

describe('lint refuses what its recommended rules refuse', () => {
  let found = new Map<string, string[]>();

  beforeAll(async () => {
    const offences = [...plantedBy(inLib, refused), ...plantedBy(inWeb, refusedInWeb)];
    found = await lintPlanted({ ...Object.fromEntries(offences), ...allowed });
  }, 60_000);

  test.each(Object.keys(refused))('%s', (rule) => {
    expect(found.get(inLib(rule))).toContain(rule);
  });

  test.each(Object.keys(refusedInWeb))('%s', (rule) => {
    expect(found.get(inWeb(rule))).toContain(rule);
  });

  test.each(Object.keys(allowed))('%s breaks none', (path) => {
    expect(found.get(path)).toEqual([]);
  });
});
