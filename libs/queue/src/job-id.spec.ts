import { jobIdOf, keyIn } from './job-id.js';

describe('job ids', () => {
  it('carry name and key, and give the key back', () => {
    const id = jobIdOf('assignment.deliver', 'deliver_0198c2_3');
    expect(id).toBe('assignment.deliver~deliver_0198c2_3');
    expect(keyIn(id)).toBe('deliver_0198c2_3');
    expect(keyIn(`bulk:${id}`)).toBe('deliver_0198c2_3');
  });

  it.each([
    ['', 'is empty'],
    ['12', 'is all digits'],
    ['a:b', 'may not hold'],
    ['a~b', 'may not hold'],
    ['a\u0000b', 'may not hold'],
    ['a'.repeat(201), 'is longer than 200'],
  ])('refuse the key %j', (key, because) => {
    expect(() => jobIdOf('assignment.deliver', key)).toThrow(because);
  });
});
