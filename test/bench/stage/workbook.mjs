import ExcelJS from 'exceljs';

const rows = 65_202;
const messages = 495;
const header = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '一级标签'];
const categories = ['城乡建设', '环境保护', '交通运输', '教育文体', '劳动和社会保障', '商贸旅游', '卫生计生'];

/**
 * Writes a sheet of the real one's shape: messages in its first rows, below them empty rows that were formatted once.
 * @returns {Promise<number>} messages in it
 */
export async function writeWorkbook(path) {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: true });
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRow(header).commit();
  for (let n = 1; n <= messages; n += 1) sheet.addRow(messageOf(n)).commit();
  for (let n = messages + 1; n <= rows; n += 1) {
    const row = sheet.addRow([]);
    for (let column = 1; column <= header.length; column += 1) row.getCell(column).font = { name: '宋体', size: 11 };
    row.commit();
  }
  await book.commit();
  return messages;
}

function messageOf(n) {
  const body =
    `第${n}件：小区路灯损坏已有多日，夜间出行不便，老人孩子多次险些摔倒，恳请有关部门尽快派人查看并修复。`.repeat(
      1 + (n % 12),
    );
  const asked = `2019/${1 + (n % 12)}/${1 + (n % 28)} ${n % 24}:${String(n % 60).padStart(2, '0')}:00`;
  return [
    n,
    `A${String(n).padStart(8, '0')}`,
    `关于第${n}号路段路灯损坏的问题`,
    asked,
    body,
    categories[n % categories.length],
  ];
}
