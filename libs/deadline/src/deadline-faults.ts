import { defineFaults } from '@ducha/kernel';

/** Refusals about time limits. */
export const deadlineFault = defineFaults('deadline', {
  unknownClock: {
    status: 422,
    title: 'No law profile has such a clock',
    titleZh: '时限规则中没有该时限',
  },
  termOrClock: {
    status: 422,
    title: 'Name either a clock of a law profile or a term of your own',
    titleZh: '请选择一项法定时限，或者自行填写期限，二者取其一',
  },
  noProfile: {
    status: 404,
    title: 'No law profile holds for this kind of matter there on this day',
    titleZh: '该类事项在该地、该日没有对应的时限规则',
  },
});
