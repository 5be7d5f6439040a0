import { reachableStates, terminalStates } from '@ducha/kernel';
import fc from 'fast-check';
import type { Checklist, Clause } from './clause.js';
import { evaluate } from './evaluate.js';
import { standardVersionLifecycle } from './standard-lifecycle.js';
import { faultInChecklist, faultInSuccession } from './succession.js';

const clause = (key: string, change: Partial<Clause> = {}): Clause => ({
  key,
  text: `条款${key}`,
  rule: 'yes_no',
  limit: null,
  points: 10,
  redLine: false,
  ...change,
});
const roof = clause('roof', { redLine: true, points: 0 });
const income = clause('income', { rule: 'at_least', limit: 4000, redLine: true, points: 0 });
const absent = clause('absent', { rule: 'at_most', limit: 3 });
const list: Checklist = { clauses: [roof, income, absent, clause('toilet')], passMark: 20 };
const well = { roof: true, income: 5000, absent: 3, toilet: true };

describe('a checklist', () => {
  it.each([
    ['passed', 20, [], [], well],
    ['failed', 20, ['income'], [], { ...well, income: 3999 }],
    ['failed', 10, [], [], { ...well, absent: 4 }],
    ['incomplete', 10, [], ['toilet'], { roof: true, income: 5000, absent: 0 }],
    ['incomplete', 20, [], ['roof'], { income: 5000, absent: 0, toilet: true }],
    // nothing that is missing could save it
    ['failed', 0, [], ['toilet'], { roof: true, income: 5000, absent: 9 }],
    // a number where yes or no was asked is no answer
    ['incomplete', 10, [], ['toilet'], { ...well, toilet: 1 }],
  ])('is %s with %d points', (verdict, score, crossed, missing, findings) => {
    expect(evaluate(list, findings)).toMatchObject({ verdict, score, highest: 20, crossed, missing });
  });

  it('never passes with a crossed red line, whatever the score', () => {
    const answer = fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 9000 }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('income', 'absent', 'toilet'), answer), (found) => {
        expect(evaluate(list, { ...found, roof: false }).verdict).toBe('failed');
      }),
    );
  });

  it.each([
    ['repeatedKey', 'clauses[1].key', { clauses: [roof, roof], passMark: 0 }],
    ['limitWanted', 'clauses[0].limit', { clauses: [{ ...absent, limit: null }], passMark: 0 }],
    ['limitUnwanted', 'clauses[0].limit', { clauses: [{ ...roof, limit: 1 }], passMark: 0 }],
    ['passMarkTooHigh', 'passMark', { ...list, passMark: 21 }],
  ])('is refused: %s at %s', (code, path, wrong) => {
    expect(faultInChecklist(list)).toBeNull();
    expect(faultInChecklist(wrong)).toMatchObject({ code, path });
  });
});

describe('a later version', () => {
  const after = (...clauses: Clause[]): Checklist => ({ clauses, passMark: 0 });

  it.each<[string, string, Clause[]]>([
    ['redLineRelaxed', 'clauses', [income]],
    ['redLineRelaxed', 'clauses[0]', [{ ...roof, redLine: false }, income]],
    ['redLineRelaxed', 'clauses[0]', [{ ...roof, text: '基本无漏雨' }, income]],
    ['redLineRelaxed', 'clauses[1]', [roof, { ...income, limit: 3999 }]],
    ['ruleChanged', 'clauses[2].rule', [roof, income, { ...absent, rule: 'at_least' }]],
  ])('may not relax a red line nor change what an answer means: %s at %s', (code, path, clauses) => {
    expect(faultInSuccession(list, after(...clauses))).toMatchObject({ code, path });
  });

  it('may be stricter, add red lines, drop and soften what is none', () => {
    const stricter = { ...income, limit: 4500 };
    expect(
      faultInSuccession(list, after(stricter, roof, { ...absent, limit: 9 }, clause('new', { redLine: true }))),
    ).toBeNull();
    expect(faultInSuccession(list, list)).toBeNull();
  });

  it('shows who flips: what passed under one fails under the next', () => {
    const next = after(roof, { ...income, limit: 6000 });
    expect([evaluate(list, well).verdict, evaluate(next, well).verdict]).toEqual(['passed', 'failed']);
  });

  it('is drafted, then published for good or discarded', () => {
    expect([...reachableStates(standardVersionLifecycle)].sort()).toEqual(['discarded', 'drafted', 'published']);
    expect(terminalStates(standardVersionLifecycle)).toEqual(['published', 'discarded']);
  });
});
