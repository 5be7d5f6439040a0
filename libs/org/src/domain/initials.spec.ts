import { pinyinSpell } from '../usecases/spell-names.js';
import { initialsOf } from './initials.js';

describe('initials', () => {
  it.each([
    ['水利局', 'slj'],
    ['县住房和城乡建设局', 'xzfhcxjsj'],
    ['重庆路街道', 'cqljd'],
    ['第3水厂 B区', 'd3scbq'],
    ['', ''],
    ['—（）', ''],
    ['ＡＢ办', 'abb'],
  ])('of %s are %s', async (name, initials) => {
    expect(initialsOf(name, await pinyinSpell())).toBe(initials);
  });
});
