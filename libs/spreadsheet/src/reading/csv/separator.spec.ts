import { chooseSeparator } from './separator.js';

const known = (title: string) => ['编号', '主题', 'id'].includes(title.trim());

describe('separators', () => {
  test.each([
    ['编号,主题\n1,a', ','],
    ['编号;主题\n1,5;2,5;3,5', ';'],
    ['编号\t主题\n1\t路灯,坏了,两年', '\t'],
    ['编号\n1,2', ','],
    ['"编号,x;y";主题\n1;2', ';'],
    ['a;b;c\n1;2;3', ';'],
    ['', ','],
  ])('%j is separated by %j', (sample, separator) => {
    expect(chooseSeparator(sample, known)).toEqual({ separator, declared: false });
  });

  test('a first line sep= decides', () => {
    expect(chooseSeparator('sep=|\r\n编号|主题', known)).toEqual({ separator: '|', declared: true });
  });
});
