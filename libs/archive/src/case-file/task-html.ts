import type { CaseTask } from './case-record.js';
import { assignmentStates, codeNames, taskStates } from './case-words.js';
import { facts, Html, html, instant, table } from './html.js';

/** One task of a case file: what was asked, of whom, what they said, who checked it. */
export function taskHtml(task: CaseTask): Html {
  return html`<article>
    <h3>${task.number ?? '（未编号）'}　${task.title}</h3>
    <div class="said">${task.demand}</div>
    ${taskFacts(task)}
    <h4>交办单</h4>
    ${assignmentsOf(task)}
    <h4>进展反馈</h4>
    ${reportsOf(task)}
    <h4>报结</h4>
    ${answersOf(task)}
    <h4>核查</h4>
    ${verificationsOf(task)}
    <h4>呈报</h4>
    ${presentationOf(task)}
    <h4>批示</h4>
    ${instructionsOf(task)}
    <h4>中止与更正</h4>
    ${changesOf(task)}
  </article>`;
}

function taskFacts(task: CaseTask): Html {
  return facts([
    ['状态', taskStates[task.state] ?? task.state],
    ['轮次', task.round],
    ['主办', task.leadUnit?.shortName],
    ['协办', task.assistUnits.map(({ shortName }) => shortName).join('、')],
    ['批示领导', task.principal?.name],
    ['牵头县领导', task.leadLeader?.name],
    ['跟办人', [task.officer?.name, task.cover?.name].filter(Boolean).join('、')],
    ['时限', instant(task.dueAt)],
    [
      '目标',
      task.targetValue === null ? '' : `${task.currentValue ?? 0} / ${task.targetValue} ${task.targetUnit ?? ''}`,
    ],
    ['立项', instant(task.registeredAt)],
    ['交办', instant(task.dispatchedAt)],
    ['办结', instant(task.completion.closedAt)],
    ['分解任务', task.children.map(({ number, title }) => `${number ?? ''} ${title}`).join('；')],
  ]);
}

const assignmentsOf = ({ assignments }: CaseTask): Html =>
  table(
    ['单位', '分工', '轮次', '状态', '时限', '送达', '签收', '签收人', '报结', '认可'],
    assignments.map((one) => [
      one.unit.shortName,
      codeNames[one.duty],
      one.round,
      assignmentStates[one.state] ?? one.state,
      instant(one.dueAt),
      instant(one.deliveredAt),
      instant(one.signedAt),
      one.signedBy?.name,
      instant(one.answeredAt),
      instant(one.acceptedAt),
    ]),
  );

const reportsOf = ({ reports }: CaseTask): Html =>
  table(
    ['时间', '单位', '反馈人', '进展', '存在问题', '下步措施', '完成值'],
    reports.map((one) => [
      instant(one.reportedAt),
      one.unit.shortName,
      one.reportedBy.name,
      one.progress,
      one.problem,
      one.nextStep,
      one.value,
    ]),
  );

const answersOf = ({ answers }: CaseTask): Html =>
  table(
    ['单位', '次', '结果', '内容', '报送', '签发', '材料'],
    answers.map((one) => [
      one.unit.shortName,
      `${one.round}-${one.attempt}`,
      codeNames[one.resultClass] ?? one.resultClass,
      one.body,
      `${one.submittedBy.name} ${instant(one.submittedAt)}`,
      one.signedOffBy && `${one.signedOffBy.name} ${instant(one.signedOffAt)}`,
      one.evidence.map(({ fileName }) => fileName).join('、'),
    ]),
  );

const verificationsOf = ({ verifications }: CaseTask): Html =>
  table(
    ['时间', '核查人', '方式', '结论', '意见', '材料'],
    verifications.map((one) => [
      instant(one.verifiedAt),
      one.verifiedBy.name,
      codeNames[one.manner] ?? one.manner,
      codeNames[one.verdict] ?? one.verdict,
      one.words,
      one.evidence.map(({ fileName }) => fileName).join('、'),
    ]),
  );

const presentationOf = ({ presentation: one }: CaseTask): Html =>
  table(
    ['时间', '呈报人', '呈送', '内容', '批示', '批示人与时间'],
    one === null
      ? []
      : [
          [
            instant(one.presentedAt),
            one.presentedBy.name,
            one.principal.name,
            one.summary,
            [codeNames[one.decision ?? ''] ?? one.decision, one.decidedWords].filter(Boolean).join('：'),
            [one.decidedBy?.name, instant(one.decidedAt)].filter(Boolean).join(' '),
          ],
        ],
  );

const instructionsOf = ({ instructions }: CaseTask): Html =>
  table(
    ['时间', '领导', '类别', '内容'],
    instructions.map((one) => [instant(one.givenAt), one.givenBy.name, codeNames[one.kind] ?? one.kind, one.words]),
  );

const changesOf = ({ suspensions, corrections }: CaseTask): Html =>
  table(
    ['时间', '事由', '经办', '详情'],
    [
      ...suspensions.map((one) => [
        instant(one.suspendedAt),
        one.reason,
        one.suspendedBy.name,
        one.resumedAt === null ? '中止计时' : `中止计时，${instant(one.resumedAt)} 恢复`,
      ]),
      ...corrections.map((one) => [
        instant(one.correctedAt),
        one.reason,
        one.correctedBy.name,
        `${JSON.stringify(one.before)} → ${JSON.stringify(one.after)}`,
      ]),
    ],
  );
