import { classificationMark, classificationMarkInName } from './classification-mark.js';

describe('marks of secrecy', () => {
  it.each([
    ['机密★', '机密'],
    ['秘密★5年', '秘密'],
    ['★绝密', '绝密'],
    ['绝密＊长期', '绝密'],
    ['关于调整部署的通知 机密·20年', '机密'],
    ['秘密（10年）', '秘密'],
    ['秘密 三年', '秘密'],
    ['密级：秘密', '秘密'],
    ['密 级: 机 密', '机密'],
    ['【机密】县委常委会纪要', '机密'],
    ['（秘密）关于干部考察的请示', '秘密'],
    ['关于干部考察的请示(绝密)', '绝密'],
    ['第一行\n  绝　密  \n第三行', '绝密'],
    ['机密级', '机密'],
    ['机\u200b密★', '机密'],
    ['请查收\n工作秘密\n名单如下', '工作秘密'],
    ['[内部文件]督查通报', '内部文件'],
  ])('%j bears %s', (text, mark) => {
    expect(classificationMark(text)).toBe(mark);
  });

  it.each([
    '请大家保守秘密，不要外传。',
    '该企业称其配方属商业秘密★客户评价五星',
    '县国家保密局开展机密文件管理检查',
    '他说这是秘密。',
    '路灯修了三年还没好，成了公开的秘密',
    '秘密调查3年未果',
    '银行卡密码被盗',
    '机密设备厂（县属企业）欠薪',
    '（秘密交易）的举报',
    '请对内部资料室漏水进行维修',
  ])('%j bears none', (text) => {
    expect(classificationMark(text)).toBeNull();
  });

  it('knows marks in names of files', () => {
    expect(classificationMarkInName('机密-2026年预算.xlsx')).toBe('机密');
    expect(classificationMarkInName('预算_秘密.pdf')).toBe('秘密');
    expect(classificationMarkInName('秘密★3年 名单.docx')).toBe('秘密');
    expect(classificationMarkInName('绝密.docx')).toBe('绝密');
    expect(classificationMarkInName('保守秘密承诺书.docx')).toBeNull();
    expect(classificationMarkInName('商业秘密-保护指南.pdf')).toBeNull();
    expect(classificationMarkInName('机密设备厂欠薪.pdf')).toBeNull();
  });

  it('looks for the words that a county sets, and for no others beside the statutory ones', () => {
    expect(classificationMark('【仅供领导参阅】', ['仅供领导参阅'])).toBe('仅供领导参阅');
    expect(classificationMark('【仅供领导参阅】')).toBeNull();
    expect(classificationMark('【内部文件】', [])).toBeNull();
    expect(classificationMark('【机密】', [])).toBe('机密');
  });

  it('stays quick on long texts made to slow it down', () => {
    const began = performance.now();
    expect(classificationMark(`${'机 '.repeat(10_000)}${'（'.repeat(10_000)}${' '.repeat(20_000)}秘`)).toBeNull();
    expect(performance.now() - began).toBeLessThan(500);
  });
});
