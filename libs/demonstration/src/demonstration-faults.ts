import { defineFaults } from '@ducha/kernel';

/** Refusals of the demonstration. */
export const demonstrationFault = defineFaults('demonstration', {
  notEmpty: {
    status: 409,
    title: 'The demonstration county is loaded into an empty database only',
    titleZh: '演示数据只能载入空数据库',
  },
  notLoaded: {
    status: 404,
    title: 'This database does not hold the demonstration county',
    titleZh: '当前数据库不是演示县',
  },
  unknownLogin: { status: 404, title: 'No account has this name', titleZh: '没有此账号' },
  notRunning: {
    status: 503,
    title: 'Ducha does not run in this folder; start it with `npm start`',
    titleZh: '服务未在此目录运行，请先执行 npm start',
  },
});
