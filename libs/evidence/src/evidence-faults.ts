import { defineFaults } from '@ducha/kernel';

/** Refusals about files. */
export const evidenceFault = defineFaults('evidence', {
  noFile: { status: 400, title: 'A file is required in the field "file"', titleZh: '请在 file 字段上传文件' },
  emptyFile: { status: 422, title: 'The file is empty', titleZh: '文件为空' },
  typeRefused: {
    status: 415,
    title: 'Only pictures, PDF, Word, Excel, plain text, audio and video are accepted, judged by their content',
    titleZh: '仅接受图片、PDF、Word、Excel、纯文本、音频和视频（按文件内容判断）',
  },
  classifiedName: {
    status: 422,
    title: 'The name of the file bears a mark of secrecy; classified papers must not be brought in',
    titleZh: '文件名带有密级标志，涉密材料不得上传',
  },
  idTaken: {
    status: 409,
    title: 'Another file was sent under this id',
    titleZh: '该编号已用于另一份材料，请重新拍摄或选择',
  },
  notFound: { status: 404, title: 'There is no such evidence', titleZh: '未找到该证据材料' },
  noPreview: { status: 404, title: 'There is no small picture of this file', titleZh: '该文件没有缩略图' },
  notYours: {
    status: 422,
    title: 'Evidence that was named does not exist or is not yours',
    titleZh: '引用的证据材料不存在或不属于您',
  },
  fileMissing: { status: 404, title: 'The file is not in the store', titleZh: '文件不在存储中' },
});
