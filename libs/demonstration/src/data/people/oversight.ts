import type { UnitCast } from './cast.js';

/** Auditor, reviewers, a deputy who follows his suggestions, and the three exclusive administrators. */
export const oversightCast: UnitCast[] = [
  { unitKey: 'audit', rows: [['auditor', '滑敏学', 'huaminxue', '督查审计监督专员', '2022-09-09']] },
  { unitKey: 'approval', rows: [['sysadmin', '尉迟磊', 'yuchilei', '信息化运维中心系统管理员', '2023-02-01']] },
  {
    unitKey: 'committee-office',
    rows: [['secadmin', '公孙倩', 'gongsunqian', '县委保密机要中心安全保密管理员', '2023-02-01']],
  },
  { unitKey: 'discipline', rows: [['auditadmin', '令狐嘉', 'linghujia', '信息安全审计员', '2023-02-01']] },
  { unitKey: 'justice', rows: [['reviewer', '闾丘文', 'lvqiuwen', '县政府法律顾问室复核专员', '2022-10-11']] },
  {
    unitKey: 'congress-office',
    rows: [
      ['reviewer', '宰国平', 'zaiguoping', '监察和司法工作室主任', '2022-08-05'],
      ['proponent', '徐丰收', 'xufengshou', '县人大代表（堌阳代表团）', '2022-03-01'],
    ],
  },
  { unitKey: 'cppcc-office', rows: [['reviewer', '濮阳清', 'puyangqing', '社会法制委办公室主任', '2022-09-23']] },
];
