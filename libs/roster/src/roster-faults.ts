import { defineFaults } from '@ducha/kernel';

/** Refusals of sheets of units and people. */
export const rosterFault = defineFaults('roster', {
  noFile: { status: 422, title: 'A file is needed', titleZh: '请选择文件' },
  sheetRefused: {
    status: 422,
    title: 'Nothing was taken in: some cells need correction',
    titleZh: '未写入任何内容：有单元格需要改正',
  },
  exportNeedsSecond: {
    status: 403,
    title: 'More than 200 rows are exported only with a second person’s approval',
    titleZh: '导出超过 200 行须经第二人批准，请提出导出申请',
  },
  planMoved: {
    status: 409,
    title: 'The register has changed since the preview; please look again',
    titleZh: '预览之后名册已有变化，请重新预览',
  },
});
