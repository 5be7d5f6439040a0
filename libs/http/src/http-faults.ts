import { defineFaults } from '@ducha/kernel';

/** Refusals of the HTTP door itself. */
export const httpFault = defineFaults('http', {
  invalidRequest: { status: 400, title: 'The request is not valid', titleZh: '请求内容有误' },
  unreadableBody: { status: 400, title: 'The body cannot be read', titleZh: '请求体无法解析' },
  invalidCursor: { status: 400, title: 'The page cursor is not valid', titleZh: '分页游标无效' },
  unauthenticated: { status: 401, title: 'Please sign in', titleZh: '请先登录' },
  forbidden: { status: 403, title: 'Your post does not allow this', titleZh: '当前岗位无权进行此操作' },
  crossSite: { status: 403, title: 'The request came from another site', titleZh: '请求来自其他站点，已拒绝' },
  notFound: { status: 404, title: 'Not found', titleZh: '未找到' },
  requestRunning: { status: 409, title: 'The same request is still running', titleZh: '相同请求正在处理中' },
  preconditionFailed: {
    status: 412,
    title: 'The record has changed since you read it',
    titleZh: '记录已变更，请刷新后重试',
  },
  tooLarge: { status: 413, title: 'The request is too large', titleZh: '请求内容过大' },
  unsupportedMediaType: { status: 415, title: 'The content type is not supported', titleZh: '不支持的内容类型' },
  keyReused: {
    status: 422,
    title: 'The idempotency key was used for another request',
    titleZh: '幂等键已用于另一请求',
  },
  preconditionRequired: {
    status: 428,
    title: 'If-Match with the version you saw is required',
    titleZh: '缺少 If-Match 版本号',
  },
});
