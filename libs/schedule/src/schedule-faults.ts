import { defineFaults } from '@ducha/kernel';

/** Refusals about schedules. */
export const scheduleFault = defineFaults('schedule', {
  repeatedKey: { status: 422, title: 'Two steps bear the same key', titleZh: '两个步骤编号相同' },
  unknownStep: { status: 422, title: 'A step waits for one that is not in the plan', titleZh: '前置步骤不存在' },
  loop: { status: 422, title: 'Steps wait for one another in a circle', titleZh: '步骤之间互为前置，形成循环' },
  notFound: { status: 404, title: 'The task has no schedule', titleZh: '该任务没有倒排计划' },
  impossible: {
    status: 422,
    title: 'The schedule cannot be kept, so it cannot become sub-tasks',
    titleZh: '倒排计划无法按期完成，不能生成子任务',
  },
  applied: {
    status: 409,
    title: 'The steps have become sub-tasks; the schedule stays as it is',
    titleZh: '步骤已生成子任务，计划不再修改',
  },
});
