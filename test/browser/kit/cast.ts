/** The people of the demonstration county who take part in the journeys, by account name. */
export const cast = {
  magistrate: 'shenzhiyuan',
  viceMagistrate: 'guanxiaofeng',
  secretary: 'chiwentao',
  bureauHead: 'mulicheng',
  officer: 'tengguoqing',
  verifier: 'shuwanting',
  clerk: 'wenxiaoyu',
  unitHead: 'qiaoxueyi',
  liaison: 'haomeiling',
  /** Head of the township whose conclusion is under review. */
  object: 'zhuheqing',
  staff: 'cuidali',
  /** Head of the unit that a dispute names, and whose calendar knows no closing hours in the journey of slips. */
  emergencyHead: 'shaotiezhu',
  proponent: 'xufengshou',
  auditor: 'huaminxue',
  sysadmin: 'yuchilei',
  secadmin: 'gongsunqian',
  auditadmin: 'linghujia',
} as const;

/** Somebody of the cast. */
export type Person = keyof typeof cast;

/** The unit of `unitHead`, `liaison` and `staff`, as pickers show it. */
export const unitName = '城管局';

/** The unit of `emergencyHead`, as pickers show it. */
export const emergencyName = '应急局';
