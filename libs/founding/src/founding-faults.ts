import { defineFaults } from '@ducha/kernel';

/** Refusals while a county is set up. */
export const foundingFault = defineFaults('founding', {
  linkSpent: {
    status: 404,
    title: 'This set-up link was used already or has expired; restart Ducha for a new one',
    titleZh: '该初始化链接已使用或已失效，请重新启动督查系统取得新链接',
  },
  foundedAlready: {
    status: 409,
    title: 'This county is set up already',
    titleZh: '本县已完成初始化',
  },
  notThree: {
    status: 422,
    title: 'The three administrators are three different people',
    titleZh: '三类管理员须由三名不同的人员担任',
  },
});
