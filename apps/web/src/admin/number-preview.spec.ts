import { preview } from './number-preview';

describe('the preview of a number', () => {
  it('writes the first number of the year with its zeros', () => {
    expect(preview('兰督批〔{year}〕{n}号', 2027)).toBe('兰督批〔2027〕1号');
    expect(preview('督〔{year}〕{n:5}号', 2027)).toBe('督〔2027〕00001号');
  });

  it('says nothing of a pattern that would not be one', () => {
    expect([preview('督〔{year}〕号', 2027), preview('{n}{n}{year}', 2027), preview('{n}', 2027)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
