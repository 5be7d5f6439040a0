import { defineFaults } from '@ducha/kernel';

/** Refusals about ledgers from elsewhere and reports. */
export const reportFault = defineFaults('report', {
  columnTwice: {
    status: 422,
    title: 'One column cannot stand for two things',
    titleZh: '同一列不能对应两项内容',
  },
  unknownProfile: {
    status: 422,
    title: 'There is no such time limit; it is named by its profile and clock, henan.deputy_suggestion/answer',
    titleZh: '没有该时限规则；应写成“规则/时限”，如 henan.deputy_suggestion/answer',
  },
  unknownSource: { status: 404, title: 'Nothing was imported under this name', titleZh: '没有以该名称导入的台账' },
  sourceName: {
    status: 422,
    title: 'The name of a ledger has 1 to 100 characters',
    titleZh: '台账名称应为 1 至 100 个字符',
  },
  unknownTerm: {
    status: 422,
    title: 'A term is a number from 1 with wd (working days), d (days) or m (months), such as 5wd',
    titleZh: '期限应为数字加 wd（工作日）、d（自然日）或 m（月），如 5wd',
  },
  tooManyTerms: {
    status: 422,
    title: 'At most twelve different terms in one report',
    titleZh: '一份报表最多十二个不同期限',
  },
});
