import type { ExportColumn, HeaderMap } from '@ducha/spreadsheet';
import type { TownshipList } from '../domain/duty-line.js';
import type { DutyView } from '../http/duty.view.js';

/** The columns of a sheet of duties. */
export type DutyField = 'item' | 'lead' | 'assists' | 'list' | 'basis' | 'from';

/** Titles under which they are found. */
export const dutyHeaders: HeaderMap<DutyField> = {
  item: { names: ['事项', '履职事项', '事项类别', '类别', '事项名称', 'item', 'category'], required: true },
  lead: { names: ['主办单位', '牵头单位', '责任单位', '主办', 'lead', 'lead unit'], required: true },
  assists: { names: ['协办单位', '配合单位', '协办', 'assists', 'assisting units'] },
  list: { names: ['乡镇清单', '清单类型', '所属清单', '清单', 'list', 'township list'] },
  basis: { names: ['依据', '法定依据', '文件依据', '政策依据', 'basis', 'legal ground'] },
  from: { names: ['起始日期', '生效日期', '启用日期', 'from', 'in force from'] },
};

/** The lists as offices write them; the first name is written into files. */
export const listNames: Record<TownshipList, readonly [string, ...string[]]> = {
  basic: ['基本履职', '基本履职清单', '基本履职事项', 'basic'],
  assisting: ['配合履职', '配合履职清单', '配合履职事项', 'assisting'],
  withdrawn: ['上级部门收回', '上级部门收回清单', '上级部门收回事项', '收回', 'withdrawn'],
};

/** The columns of the register as a file; the file imports again. */
export const dutyExport: readonly ExportColumn<Omit<DutyView, 'actions'>>[] = [
  { title: '事项', width: 40, value: ({ category }) => category },
  { title: '主办单位', width: 18, value: ({ leadUnit }) => leadUnit.shortName },
  {
    title: '协办单位',
    width: 30,
    value: ({ assistUnits }) => assistUnits.map(({ shortName }) => shortName).join('、'),
  },
  { title: '乡镇清单', width: 14, value: ({ townshipList: list }) => (list === null ? '' : listNames[list][0]) },
  { title: '依据', width: 40, value: ({ basis }) => basis },
  { title: '起始日期', width: 12, dates: 'day', value: ({ from }) => from },
];
