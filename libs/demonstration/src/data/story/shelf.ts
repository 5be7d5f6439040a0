import type { StoryShelf } from '../types.js';

/** What a family has to say itself; the rest is said alike everywhere. */
export interface ShelfText extends Omit<StoryShelf, 'answers' | 'replies'> {
  solved: string[];
  planned: string[];
  replySolved: string[];
  replyPlanned: string[];
}

const answersAlike = {
  later: [
    '经核查，“{topic}”问题客观存在，受资金和建设条件限制暂不具备解决条件，已纳入后续年度储备，期间由我单位落实临时措施并按季报告。',
    '“{topic}”涉及上级政策和规划调整，我单位已书面请示，待批复后三十日内提出实施意见，在此之前明确专人向反映人解释。',
  ],
  reference: [
    '来信所提关于“{topic}”的建议具有参考价值，我单位已在相关工作方案中吸收，具体事项目前不单独立项。',
    '关于“{topic}”，现行规定已有明确安排，我单位已逐条说明，所提意见留作今后完善制度参考。',
  ],
  referred: [
    '“{topic}”事项超出县级事权，我单位已于核查次日书面报上级主管部门，并抄送督查局，后续答复将及时转告反映人。',
    '“{topic}”的决定权在上级主管单位，已随附现场核查材料上报，上级受理编号已登记在案。',
  ],
};

const repliesAlike = {
  later: [
    '您好！您反映的“{topic}”问题我们已到现场核实，情况属实。因目前条件所限暂时难以彻底解决，已列入后续计划，期间先采取临时措施，有进展会主动告知您。感谢理解。',
  ],
  reference: [
    '您好！您关于“{topic}”的建议我们认真研究过了，其中可行的内容已吸收到工作安排中。感谢您对家乡建设的关心。',
  ],
  referred: [
    '您好！您反映的“{topic}”事项需由上级主管部门决定，我们已将您的诉求和核查材料一并上报，收到答复后第一时间转告您。',
  ],
};

/** A whole shelf out of what one family says itself. */
export function shelfOf({ solved, planned, replySolved, replyPlanned, ...own }: ShelfText): StoryShelf {
  return {
    ...own,
    answers: { solved, planned, ...answersAlike },
    replies: { solved: replySolved, planned: replyPlanned, ...repliesAlike },
  };
}
