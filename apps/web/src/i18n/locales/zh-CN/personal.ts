/** Personal data: reading it, its retention and its end. */
export const personal = {
  see: '查看',
  hide: '遮盖',
  seeContact: '查看{{name}}的联系方式',
  seeTexts: '查看原文中的号码',
  whole: '原文',
  seeNote: '本次查看及理由将记入审计。内容只在本页显示一分钟，请勿转抄、截屏外传。每人每日查看件数有上限。',
  reason: '用途',
  words: '具体理由',
  wordsHint: '例：电话核实路灯具体位置',
  left: '今日还可查看 {{count}} 件',
  reasons: {
    contact_asker: '联系诉求人了解情况',
    call_back: '回访',
    send_reply: '送达答复',
    correct_record: '核对、更正登记内容',
    assist_authority: '依法协助有关机关',
  },
  exportUnmasked: '申请导出完整号码',
  exportWhole: '导出完整的身份证号、手机号和银行卡号',
  exportWholeNote: '不勾选则自动遮盖。勾选后无论多少行，都须经他人批准。',
  exportHolds: '含完整个人信息',
};
