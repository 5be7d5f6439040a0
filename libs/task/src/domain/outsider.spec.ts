import { isOutsider, roleMayVerify } from './outsider.js';

const doers = { unitPaths: ['/county/water/'], personIds: ['signer'] };
const person = (id: string, ...posts: [string, string][]) => ({
  id,
  posts: posts.map(([role, unitPath]) => ({ role, unitPath })),
});

describe('isOutsider', () => {
  it.each([
    ['an officer of the bureau', person('a', ['bureau_officer', '/county/bureau/']), true],
    ['a principal above everybody', person('b', ['principal', '/county/']), true],
    ['staff of the unit', person('c', ['unit_staff', '/county/water/']), false],
    ['staff of a section below', person('d', ['unit_staff', '/county/water/rivers/']), false],
    ['the head of the unit above', person('e', ['unit_head', '/county/']), false],
    [
      'an officer who also holds a post in the unit',
      person('f', ['bureau_officer', '/county/bureau/'], ['unit_staff', '/county/water/']),
      false,
    ],
    ['a non-unit role seated in the doing unit', person('g', ['leader_office', '/county/water/']), false],
    ['whoever did the work, whatever he is now', person('signer', ['bureau_officer', '/county/bureau/']), false],
    ['a neighbour whose path only looks alike', person('h', ['unit_staff', '/county/waterworks/']), true],
  ])('%s', (_, who, outside) => {
    expect(isOutsider(who, doers)).toBe(outside);
  });
});

describe('roleMayVerify', () => {
  it('lets the leader’s office verify the bureau’s own tasks only', () => {
    expect(roleMayVerify('leader_office', false)).toBe(false);
    expect(roleMayVerify('leader_office', true)).toBe(true);
    expect(roleMayVerify('bureau_officer', false)).toBe(true);
  });
});
