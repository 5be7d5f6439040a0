import { defineFaults } from '@ducha/kernel';

const faults = {
  tooLarge: { status: 413, title: 'The file is too large', titleZh: '文件过大' },
  bomb: { status: 413, title: 'The file unpacks to far more than it should', titleZh: '文件解压后异常膨胀，已拒绝' },
  tooSlow: { status: 413, title: 'The file takes too long to read', titleZh: '文件读取超时' },
  wrongType: {
    status: 415,
    title: 'The file is neither an XLSX workbook nor CSV text',
    titleZh: '文件不是 XLSX 工作簿或 CSV 文本',
  },
  legacyFormat: {
    status: 415,
    title: 'This old or binary Excel format is not read; save it as XLSX',
    titleZh: '不支持旧版或二进制 Excel 格式，请另存为 XLSX',
  },
  encrypted: {
    status: 422,
    title: 'The workbook is protected by a password',
    titleZh: '工作簿已加密，请去除密码后再上传',
  },
  malformed: { status: 422, title: 'The workbook is damaged', titleZh: '工作簿已损坏' },
  documentType: {
    status: 422,
    title: 'The workbook declares a document type, which is refused',
    titleZh: '工作簿含文档类型声明，已拒绝',
  },
  undecodable: { status: 422, title: 'The text is in no known encoding', titleZh: '无法识别文本编码' },
  malformedQuote: {
    status: 422,
    title: 'A quotation mark in the CSV is not closed or misplaced',
    titleZh: 'CSV 引号不成对或位置有误',
  },
  classified: {
    status: 422,
    title: 'The file bears a mark of secrecy; classified papers must not be brought in',
    titleZh: '文件内容带有密级标志，涉密材料不得导入',
  },
  sheetNotFound: { status: 422, title: 'The workbook has no such sheet', titleZh: '工作簿中没有该工作表' },
  empty: { status: 422, title: 'The sheet has no rows', titleZh: '工作表没有内容' },
  headerMissing: { status: 422, title: 'A required column is missing', titleZh: '缺少必需的列' },
  headerRepeated: { status: 422, title: 'Two columns mean the same', titleZh: '有两列含义相同' },
  tooManyRows: { status: 422, title: 'The sheet has too many rows', titleZh: '行数超过上限' },
  tooManyColumns: { status: 422, title: 'The sheet has too many columns', titleZh: '列数超过上限' },
  cellTooLong: { status: 422, title: 'A cell is too long', titleZh: '单元格内容过长' },
} as const;

/** Short name of a refusal of this lib; its public code is `spreadsheet.<name>`. */
export type SpreadsheetFaultName = keyof typeof faults;

/**
 * Builds a refusal of this lib. Facts carry, where there is one, `sheet` (name), `row` (1-based, as Excel counts)
 * and `column` (letters, as Excel names them).
 */
export const spreadsheetFault = defineFaults('spreadsheet', faults);

/** The short name behind a public code, or undefined when the code belongs to another lib. */
export function faultName(code: string): SpreadsheetFaultName | undefined {
  const names = Object.keys(faults).filter((name): name is SpreadsheetFaultName => name in faults);
  return names.find((name) => `spreadsheet.${name}` === code);
}
