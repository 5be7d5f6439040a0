import { childNumber, NUMBER_PLACE, numberTemplate } from './task-number.js';

describe('registration numbers', () => {
  it('look as offices write them', () => {
    expect(numberTemplate('兰督', 2026).replace(NUMBER_PLACE, '12')).toBe('兰督〔2026〕12号');
  });

  it('count sub-tasks below their parent, level by level', () => {
    expect(childNumber('兰督〔2026〕12号', 1)).toBe('兰督〔2026〕12-1号');
    expect(childNumber('兰督〔2026〕12-1号', 3)).toBe('兰督〔2026〕12-1-3号');
    expect(childNumber(null, 1)).toBeNull();
  });
});
