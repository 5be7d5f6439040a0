/** Audit search. */
export const audit = {
  title: '审计记录',
  note: '每个动作一条，只追加、不可改。记录只含编号和代码，不含正文和个人信息。',
  empty: '没有符合条件的记录。',
  about: '对象编号',
  act: '动作代码',
  person: '人员编号',
  seq: '序号',
  at: '时间',
  actName: '动作',
  subject: '对象',
  by: '人员',
  role: '岗位',
  move: '状态变化',
  facts: '附注',
  unlinked: '待入链',
  refused: '被拒',
};
