import { type ClockRule, counted, type LawProfile, naturalDays, workingDays } from './law-profile.js';

const petition = (
  code: string,
  words: Pick<ClockRule, 'title' | 'titleZh' | 'article' | 'startsAt' | 'holder'>,
  days: number,
): ClockRule => ({ code, ...words, term: naturalDays(days), notCounted: ['听证'] });

/** The hotline’s own centre decides who is answerable; what it decided is not returned again. */
const ruled: ClockRule = {
  code: 'reassign',
  title: 'Answerable unit decided',
  titleZh: '确定承办单位',
  article: '—',
  startsAt: 'returned',
  holder: 'hotline_centre',
  term: workingDays(2),
};

/** Petitions and the hotline. */
export const complaintProfiles: readonly LawProfile[] = [
  counted({
    code: 'cn.petition',
    title: 'Petitions regulation 2022',
    titleZh: '信访工作条例（2022）',
    source: '信访工作条例（2022）',
    place: '',
    kinds: ['petition'],
    from: '2022-05-01',
    clocks: [
      petition(
        'forward',
        {
          title: 'Entered, passed on and the petitioner told',
          titleZh: '登记、转送并告知',
          article: '第22条',
          startsAt: 'received',
          holder: 'bureau',
        },
        15,
      ),
      {
        code: 'return',
        title: 'Objection that it is not of one’s duty',
        titleZh: '转送异议',
        article: '第22条、第23条',
        startsAt: 'transferred',
        holder: 'unit',
        term: workingDays(5),
      },
      {
        ...petition(
          'settle',
          { title: 'Settled', titleZh: '办结', article: '第34条', startsAt: 'accepted', holder: 'unit' },
          60,
        ),
        extendedTo: naturalDays(90),
      },
      petition(
        'ask_review',
        {
          title: 'Request for a review',
          titleZh: '请求复查',
          article: '第35条',
          startsAt: 'answered',
          holder: 'asker',
        },
        30,
      ),
      petition(
        'review',
        { title: 'Review', titleZh: '复查', article: '第35条', startsAt: 'applied', holder: 'bureau' },
        30,
      ),
      petition(
        'ask_second_review',
        {
          title: 'Request for a second review',
          titleZh: '请求复核',
          article: '第36条',
          startsAt: 'answered',
          holder: 'asker',
        },
        30,
      ),
      petition(
        'second_review',
        { title: 'Second review', titleZh: '复核', article: '第36条', startsAt: 'applied', holder: 'bureau' },
        30,
      ),
    ],
  }),
  counted({
    code: 'weifang.hotline',
    title: 'Weifang hotline regulation 2021',
    titleZh: '潍坊市12345政务服务便民热线条例（2021）',
    source: '潍坊市12345政务服务便民热线条例（2021-12-06）',
    place: '3707',
    kinds: ['hotline'],
    from: '2021-12-06',
    clocks: [handledIn(5, '—'), { ...ruled, article: '第22条' }],
  }),
  counted({
    code: 'jinan.hotline',
    title: 'Jinan hotline rules 2018',
    titleZh: '济南市12345热线规定（2018）',
    source: '济南市关于12345热线的规定（2018）',
    place: '3701',
    kinds: ['hotline'],
    from: '2018-01-01',
    clocks: [handledIn(5, '第24条')],
  }),
  counted({
    code: 'local.hotline',
    title: 'Hotline orders, five working days as in the cities that set a number',
    titleZh: '12345工单（参照已有规定的城市，五个工作日）',
    source: '参照潍坊、济南两市规定；全国性天数未见',
    place: '',
    kinds: ['hotline'],
    from: '2018-01-01',
    clocks: [handledIn(5, '—'), ruled],
  }),
];

/** An order of the hotline. */
function handledIn(days: number, article: string): ClockRule {
  return {
    code: 'answer',
    title: 'Handled and answered',
    titleZh: '办理并答复',
    article,
    startsAt: 'transferred',
    holder: 'unit',
    term: workingDays(days),
  };
}
