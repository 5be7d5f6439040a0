import ExcelJS from 'exceljs';

/** A sheet of messages as a county exports it. `mark` makes its ids its own; the row `badRow` of the sheet has no date that exists. */
export async function messages(mark: string, rows: number, badRow: number): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('留言');
  sheet.addRow(['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '一级标签']);
  for (let row = 2; row < rows + 2; row += 1) {
    const time = row === badRow ? '2026-02-30 09:30' : '2026-03-05 09:30';
    sheet.addRow([
      `${mark}-${row}`,
      `网友${row}`,
      `第${row}号楼前积水`,
      time,
      `雨后积水 ${row} 厘米，三天未退。`,
      '城乡建设',
    ]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
