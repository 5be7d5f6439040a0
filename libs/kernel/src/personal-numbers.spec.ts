import { maskedNumbers, maskedValue, personalNumbers, withOriginals } from './personal-numbers.js';

describe('personal numbers', () => {
  it.each([
    ['身份证410225199001011234，请查', '身份证410*************34，请查'],
    ['41022519900101123X', '41022519900101123X'],
    ['11010519491231002X', '110*************2X'],
    ['１１０１０５１９４９１２３１００２ｘ', '110*************2x'],
    ['110105 1949 1231 002X', '110*************2X'],
    ['电话13800001111。', '电话138****1111。'],
    ['微信wx13800001111', '微信wx138****1111'],
    ['+86 138-0000-1111 或 １３９００００２２２２', '138****1111 或 139****2222'],
    ['008613800001111', '138****1111'],
    ['卡号6222 0212 3456 7894 18', '卡号6222**********9418'],
    ['6222021234567894120', '6222***********4120'],
    ['4111111111111111', '4111********1111'],
    ['2026-03-05 13800001111', '2026-03-05 138****1111'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskedNumbers(text)).toBe(masked);
    expect(maskedNumbers(masked)).toBe(masked);
  });

  it.each([
    '0378-6021234',
    '兰督批〔2026〕12号',
    '2026-03-05 10:11:12.123456',
    '工单20260301123456789',
    '1985-03-12 109户',
    '金额12345678901元',
    '12345678901',
    'a13912345678b13912345678c139123ab',
    '0193abcd-1234-4123-8123-a13912345678',
    '110105194912310021',
  ])('%s stays', (text) => {
    expect(maskedNumbers(text)).toBe(text);
  });

  it('are named by their kind', () => {
    const kinds = personalNumbers('11010519491231002X 13800001111 4111111111111111').map(({ kind }) => kind);
    expect(kinds).toEqual(['citizen_id', 'mobile', 'bank_card']);
  });

  it('come back when a masked text was edited, in their order, and nothing else does', () => {
    const stored = '找13800001111、13855551111或13900002222';
    expect(withOriginals('请找138****1111、138****1111（139****2222），不是137****0000', stored)).toBe(
      '请找13800001111、13855551111（13900002222），不是137****0000',
    );
    expect(withOriginals('138****1111', '没有')).toBe('138****1111');
  });

  it('are masked at any depth; what holds none is the very same object', () => {
    const at = new Date();
    const clean = { a: [{ b: '无' }], at };
    expect(maskedValue(clean)).toBe(clean);
    expect(maskedValue({ ...clean, list: [{ words: '13800001111' }], n: 13800001111, no: null })).toEqual({
      ...{ a: [{ b: '无' }], at, n: 13800001111, no: null },
      list: [{ words: '138****1111' }],
    });
  });

  it('are looked for in linear time', () => {
    const before = performance.now();
    maskedNumbers('1'.repeat(200_000));
    maskedNumbers('13 '.repeat(70_000));
    maskedNumbers('6222-'.repeat(40_000));
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
