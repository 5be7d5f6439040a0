import fc from 'fast-check';
import { rotated } from './rotation.js';

const groupsOf = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `g${i + 1}`, number: i + 1 }));
const unitsOf = (n: number) => Array.from({ length: n }, (_, i) => `t${String(i + 1).padStart(2, '0')}`);
const daysOf = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ on: `2026-03-${String(i + 1).padStart(2, '0')}`, n: i }));
const never = (): boolean => false;

describe('a patrol’s roster', () => {
  it('sends four groups to four townships each, and every group everywhere in four days', () => {
    const turns = rotated({ days: daysOf(4), groups: groupsOf(4), unitIds: unitsOf(16), isBarred: never });
    expect(turns).toHaveLength(64);
    for (const { on } of daysOf(4)) {
      const counts = groupsOf(4).map(({ id }) => turns.filter((turn) => turn.on === on && turn.groupId === id).length);
      expect(counts).toEqual([4, 4, 4, 4]);
    }
    for (const unitId of unitsOf(16))
      expect(new Set(turns.filter((turn) => turn.unitId === unitId).map(({ groupId }) => groupId)).size).toBe(4);
  });

  it('never sends a group where it must stay away, leaves no object out while anybody is free, and does not send the same group twice running', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 24 })), { maxLength: 12 }),
        (g, u, d, bars) => {
          const barred = new Set(bars.map(([a, b]) => `g${a} t${String(b).padStart(2, '0')}`));
          const isBarred = (groupId: string, unitId: string): boolean => barred.has(`${groupId} ${unitId}`);
          const [groups, unitIds] = [groupsOf(g), unitsOf(u)];
          const turns = rotated({ days: daysOf(d), groups, unitIds, isBarred });
          expect(turns).toHaveLength(u * d);
          for (const { groupId, unitId } of turns) {
            if (groupId === null) expect(groups.every(({ id }) => isBarred(id, unitId))).toBe(true);
            else expect(isBarred(groupId, unitId)).toBe(false);
          }
          const free = unitIds.filter((unitId) => !groups.some(({ id }) => isBarred(id, unitId)));
          for (const unitId of g > 1 ? free : []) {
            const who = turns.filter((turn) => turn.unitId === unitId).map(({ groupId }) => groupId);
            expect(who.every((one, i) => i === 0 || one !== who[i - 1])).toBe(true);
          }
        },
      ),
    );
  });
});
