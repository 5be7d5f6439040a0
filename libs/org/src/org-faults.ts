import { defineFaults } from '@ducha/kernel';

/** Refusals about units and duties. */
export const orgFault = defineFaults('org', {
  noDuty: {
    status: 404,
    title: 'The duty register names no unit for this category',
    titleZh: '职责清单中没有与该类别对应的单位',
  },
});
