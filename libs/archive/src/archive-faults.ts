import { defineFaults } from '@ducha/kernel';

/** Refusals about backups and case files. */
export const archiveFault = defineFaults('archive', {
  fileMissing: { status: 404, title: 'The file cannot be read', titleZh: '无法读取该文件' },
  fileExists: { status: 409, title: 'A file of this name is there already', titleZh: '同名文件已存在' },
  notWhole: {
    status: 422,
    title: 'The file is cut short, or it is no archive of Ducha',
    titleZh: '文件不完整，或不是督查系统的归档文件',
  },
  changed: {
    status: 422,
    title: 'The file was changed after it was written: its bytes do not match its seal',
    titleZh: '文件写成后被改动：内容与封签不符',
  },
  otherKind: { status: 422, title: 'The archive is of another kind', titleZh: '归档文件的类型不符' },
  wrongVersion: {
    status: 422,
    title: 'The backup was made by another version of the product; restore it with that version, then upgrade',
    titleZh: '备份由其他版本生成；请先用该版本恢复，再升级',
  },
  unknownPart: {
    status: 422,
    title: 'The archive contains a part that this version does not know',
    titleZh: '归档文件中有本版本不认识的部分',
  },
  missingPart: { status: 422, title: 'A part of the archive is missing', titleZh: '归档文件缺少一部分' },
  partDiffers: {
    status: 422,
    title: 'A part of the archive is not what its manifest says',
    titleZh: '归档文件的一部分与清单不符',
  },
  notEmpty: {
    status: 409,
    title: 'This instance is in use: a backup is restored into an empty one only',
    titleZh: '当前系统已有数据：只能恢复到空系统',
  },
  inUse: {
    status: 409,
    title: 'Other processes of Ducha are connected to this database; stop them first',
    titleZh: '还有其他督查系统进程连接着该数据库，请先停止',
  },
  cellTooLong: {
    status: 422,
    title: 'A text is longer than a cell of a sheet may be: take a backup instead',
    titleZh: '有文字超出表格单元格上限，请改用备份方式迁移',
  },
  registerContradicts: {
    status: 422,
    title: 'The register contradicts itself or this instance; nothing was taken in',
    titleZh: '登记数据自相矛盾或与本系统冲突，未导入任何内容',
  },
  notHeld: { status: 409, title: 'Nothing is held back here', titleZh: '当前没有被暂停的发送' },
});
