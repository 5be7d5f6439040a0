import { type ClockRule, counted, type LawProfile, workingDays } from './law-profile.js';

/** The profile by which a county binds itself and its units where no law names a time. */
export const OWN_RULES = 'county.supervision';

const own = (
  code: string,
  title: string,
  titleZh: string,
  { startsAt, holder, days }: Pick<ClockRule, 'startsAt' | 'holder'> & { days: number },
): ClockRule => ({ code, title, titleZh, article: '—', startsAt, holder, term: workingDays(days) });

/** What no law says and every county must: how long a signature, a second try and the supervisors’ own steps may take. */
export const ownRules: readonly LawProfile[] = [
  counted({
    code: OWN_RULES,
    title: 'The county’s own working rules',
    titleZh: '本县督查工作规则',
    source: '本县督查工作规则（可由督查局修改）',
    place: '',
    kinds: [],
    from: '2018-01-01',
    // two working days, as long as a signature may take: not signing gains nothing
    receiptAfterHours: 16,
    clocks: [
      own('triage', 'Handled after receipt', '收件后甄别处理', { startsAt: 'received', holder: 'bureau', days: 5 }),
      own('sign', 'Signed for', '签收', { startsAt: 'dispatched', holder: 'unit', days: 2 }),
      own('redo', 'Done again', '退回重办', { startsAt: 'returned', holder: 'unit', days: 10 }),
      own('dispatch', 'Sent out after registration', '立项后交办', {
        startsAt: 'registered',
        holder: 'bureau',
        days: 3,
      }),
      own('verify', 'Answer checked', '审核核查', { startsAt: 'answered', holder: 'bureau', days: 10 }),
      own('close', 'Presented or closed after the check', '核查后呈报或办结', {
        startsAt: 'verified',
        holder: 'bureau',
        days: 5,
      }),
      own('reply', 'Askers answered after closing', '办结后答复', { startsAt: 'closed', holder: 'bureau', days: 5 }),
      own('extension', 'Extension decided', '延期审批', { startsAt: 'applied', holder: 'bureau', days: 3 }),
      own('return', 'Return as not of one’s duty', '退办申请', { startsAt: 'delivered', holder: 'unit', days: 3 }),
      own('ruling', 'Answerable unit decided', '确定承办单位', { startsAt: 'returned', holder: 'bureau', days: 5 }),
      own('fact_check', 'Facts checked by the object of an inspection', '督查对象核对事实', {
        startsAt: 'served',
        holder: 'object',
        days: 5,
      }),
      own('fact_point', 'Points of a fact check decided', '事实异议核定', {
        startsAt: 'applied',
        holder: 'bureau',
        days: 5,
      }),
      own('objection', 'Objection decided', '申辩裁定', { startsAt: 'applied', holder: 'bureau', days: 5 }),
    ],
  }),
];
