/**
 * Words that fit any task. Each list is long enough that a run of a few hundred
 * tasks does not read like a form letter.
 */
export const generalStory = {
  /** Why a bureau officer takes an assignment back (撤回). */
  recall: [
    '交办后来件人来电说明诉求已自行解决，撤回本交办单。',
    '与前期立项事项属同一诉求，并案办理，撤回重复交办。',
    '登记地点有误，经核实不在该单位管辖范围，撤回后重新交办。',
    '牵头县领导另有部署，原交办要求需调整，先行撤回。',
  ],
  /** Why it goes to another unit (改派). */
  reassign: [
    '该路段已移交市政管养，改派城市管理部门承办。',
    '职责清单显示该事项由行业主管部门负责，属地协助，现予改派。',
    '原承办单位与当事企业存在业务委托关系，为保证公正改派。',
    '机构职能调整后该项职责已划转，按新三定规定改派。',
  ],
  /** Why a unit head sends a draft answer back to the desk (退回). */
  returned: [
    '数据没有和业务股室核对，改准了再报。',
    '没有写清楚谁去的、见了谁、怎么办的，重写。',
    '不要光附照片，把整改后的管护责任人写上。',
    '话说得太满，没有完成的部分如实写明完成时间。',
  ],
  /** Why a unit withdraws its own answer before it is checked. */
  withdraw: ['发现附件传错，撤回更正后重新报送。', '自查发现一处点位未完成，撤回继续办理。'],
  /** Why an open assist is not waited for. */
  waiveAssist: ['协办意见已电话确认无异议，书面材料后补。', '协办事项已由主办单位一并完成，无需另行反馈。'],
  cancel: ['经核实来件系误投外县事项，已转送，终止办理。', '所涉项目经县政府研究不再实施，任务终止，已告知来件人。'],
  suspend: ['当事人已提起诉讼，待判决后继续办理，中止计时。', '需上级部门出具鉴定意见，等待期间中止计时。'],
  resume: ['判决已生效，恢复办理。', '鉴定意见已收到，恢复计时继续办理。'],
  correct: [
    '更正办理时限，原定日期与假期冲突。',
    '补充协办单位，明确现场由属地配合。',
    '更正事项地点表述，其余要求不变。',
  ],
  reopen: ['来件人反映问题反弹，重新办理。', '主要领导批示要求深入整改，重新交办。'],
  /** What a bureau officer writes when urging (催办). */
  urge: [
    '时限将至，请抓紧办理并于明日下班前反馈进展。',
    '来件人再次来电询问，请主动联系并说明情况。',
    '县领导关注此事，请报送最新进展和完成时间。',
    '已过签收时限，请立即签收并明确责任人。',
  ],
  /** Telephone urging, one line each. */
  phoneUrge: [
    '电话联系办公室，答复明日上午反馈。',
    '与分管负责人通话，承诺本周内完成现场整改。',
    '联络员在外开会，已请其会后回电。',
  ],
  /** Reminders the system's notices may quote. */
  reminders: [
    '您单位有一件交办事项将于两日内到期，请及时反馈。',
    '您单位有一件交办事项尚未签收，请尽快签收办理。',
    '您单位的答复已被退回，请按核查意见补充后重新报送。',
  ],
  /** Reasons when asking for more time, before expiry. */
  extension: [
    '现场施工受连续降雨影响，申请延期十个工作日，期间已落实安全围护。',
    '需第三方出具检测报告，预计十五日内取得，申请延期。',
    '当事双方调解进入第二轮，为避免激化矛盾，申请适当延期。',
  ],
  /** "Not ours", each with a ground and a name for the responsible unit. */
  dispute: [
    '依据部门三定规定，该设施由产权单位负责维护，建议由其承办。',
    '该路段列入县道管养名录，建议由交通运输部门承办，我单位配合。',
    '该事项属职责清单中行业主管部门牵头事项，乡镇为配合履职，建议调整主办单位。',
  ],
  /** What an assisting unit says to the lead. */
  assistAnswers: [
    '已按主办单位要求派员到场配合，提供相关档案资料，本单位职责内事项已完成。',
    '已完成本单位负责部分，资料随附，请主办单位汇总。',
    '现场秩序维护和群众解释工作已落实，后续继续配合。',
    '经核对我单位数据无异议，同意主办单位处理意见。',
  ],
  /** What a principal writes on a task or a result. */
  instructions: [
    '办得实，继续盯住，防止反弹。',
    '群众还在反映，说明没有办到位，请再到现场看一看。',
    '同类问题全县排查一遍，不要头痛医头。',
    '请分管领导过问，一周后报我。',
    '阅。注意向群众讲清楚为什么、什么时候。',
    '这件事拖得太久，请说明原因和下一步安排。',
  ],
  /** Words beside 圈阅 when a principal closes. */
  circled: ['已阅。', '同意办结。', '已阅，请回头再看一次。'],
  /** How a result is put before the principal who asked. */
  presented: [
    '您批示交办的事项已办结，经核查情况属实，现将结果呈报，请审阅。',
    '按照批示要求，主办单位已完成整改，核查通过，另附群众回访情况，请审阅。',
  ],
  /** Asker's words with the grade they gave. */
  feedback: {
    satisfied: ['没想到这么快，谢谢！', '去看了，确实修好了，点赞。', '态度很好，还专门打电话解释。'],
    fairlySatisfied: ['基本解决了，希望能坚持住。', '比以前好多了，还有一小段没弄。'],
    dissatisfied: ['又坏了，跟没修一样。', '答复的和实际不一样，请来现场看。'],
  },
  /** Progress of counted tasks; the percent is never typed. */
  counted: [
    '截至目前，{measure}完成{done}{unit}，年度目标{target}{unit}，其余正在按计划实施。',
    '本期新增完成{step}{unit}，累计{measure}{done}{unit}，目标{target}{unit}。',
    '{measure}累计{done}{unit}（目标{target}{unit}），滞后点位已列出清单，逐个定人定时。',
  ],
} as const;
