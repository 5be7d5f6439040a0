/** What a visited unit gave already; asking again wants a reason. */
export const material = {
  title: '已提供的材料',
  none: '该单位一年内没有报送过材料。',
  counts:
    '一年内已报送：进展反馈 {{reports}} 份、报结 {{answers}} 份、附件 {{files}} 个，最近一次 {{at}}。请先查阅，不重复索要。',
  kind: { report: '进展反馈', answer: '报结' },
  files: '附件 {{count}} 个',
  ask: '索要材料',
  askTitle: '向该单位索要材料',
  asked: '已通知该单位',
  what: '需要什么材料',
  reason: '再次索要的理由',
  reasonNote: '该单位一年内已报送过材料，须说明为什么不够用；理由记入审计记录。',
  askedLine: '{{name}} 于 {{at}} 索要：{{what}}',
};
