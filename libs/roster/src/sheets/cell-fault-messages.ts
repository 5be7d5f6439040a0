import type { Language } from '@ducha/http';
import { cellMessages, dayMessages } from '@ducha/spreadsheet';
import type { CellFault } from '../domain/report.js';

const messages: Record<CellFault, Record<Language, string>> = {
  ...cellMessages,
  ...dayMessages,
  invalid: { zh: '格式不正确', en: 'is not of the right form' },
  inPast: { zh: '任期已经结束，不再导入', en: 'the post is over already' },
  endsBeforeStart: { zh: '结束早于开始', en: 'ends before it begins' },
  unknownKind: { zh: '没有这种单位类别', en: 'is no kind of unit' },
  unknownRole: { zh: '没有这种角色', en: 'is no role' },
  unknownUnit: { zh: '没有这个单位', en: 'there is no such unit' },
  ambiguousUnit: { zh: '有多个单位叫这个名称，请写全称', en: 'several units have this name; give the full one' },
  unitEnded: { zh: '该单位已撤销', en: 'this unit has ended' },
  nameTwice: { zh: '表中已有同名单位', en: 'the sheet names this unit twice' },
  underItself: { zh: '上级单位不能是本单位', en: 'a unit cannot lie under itself' },
  circularTree: { zh: '上下级关系成环', en: 'the units lie under one another in a circle' },
  secondRoot: {
    zh: '县本级只有一个：请填写上级单位，或先把县本级改为此名称',
    en: 'there is one county: name the unit above, or rename the county first',
  },
  rootStays: { zh: '县本级没有上级单位', en: 'the county has no unit above it' },
  doublePerson: {
    zh: '与已登记人员或表中另一人重复',
    en: 'this person is there already, in the county or in the sheet',
  },
  ambiguousPerson: {
    zh: '有多名同名人员，请填写账号或完整手机号',
    en: 'several persons have this name; give the account or the full telephone number',
  },
  unlikeBefore: { zh: '与前面同一人员的行不一致', en: 'is not the same as in an earlier row about this person' },
  loginTaken: { zh: '该账号属于另一人', en: 'this account belongs to somebody else' },
  otherLogin: { zh: '此人已有另一个账号', en: 'this person has another account' },
  otherName: { zh: '此编号的人员姓名不同；改名请在人员页办理', en: 'the person of this number has another name' },
  maskedPhone: {
    zh: '手机号被遮盖，无法登记；留空或填完整号码',
    en: 'the number is masked; leave it blank or give it in full',
  },
  postOverlaps: { zh: '与此人同一岗位的任期重叠', en: 'overlaps another term of this person in the same post' },
  twoPersons: {
    zh: '该岗位须两名管理员共同办理，不能随名册改动任期或职务',
    en: 'this post is given and changed by two administrators together, not by a sheet',
  },
  ownPost: { zh: '不能给自己授予岗位', en: 'nobody gives themselves a post' },
  mixedAdministrator: { zh: '管理员岗位不得兼任其他岗位', en: 'an administrator holds no other post' },
  notYours: { zh: '不在您的管理范围内', en: 'is not yours to keep' },
  sameUnit: { zh: '借调前单位不能与所在单位相同', en: 'the home unit must be another one' },
  unknownLeader: { zh: '找不到这位领导，或有多人同名', en: 'no leader is known by this, or several are' },
  servesNobody: { zh: '只有领导秘书填写服务对象', en: 'only a leader’s office serves somebody' },
  unknownSiteKind: { zh: '类别须为村、户或项目', en: 'is no village, household or project' },
  unknownVillage: { zh: '没有这个村，请先登记村', en: 'there is no such village; enter it first' },
  ambiguousVillage: { zh: '有多个同名村，请填写村代码', en: 'several villages have this name; give the code' },
  siteTwice: { zh: '表中已有同一编号', en: 'the sheet has this code twice' },
  unknownPerson: { zh: '没有登记此人，或手机号不符', en: 'no such person is registered' },
  unknownPostingRole: { zh: '须为第一书记、队长、队员或村两委', en: 'is no role in a village' },
  postingTwice: { zh: '表中已有此人同村同职务', en: 'the sheet names this posting twice' },
};

/** Why a cell was refused, in the language of the reader. */
export const cellFaultMessage = (code: CellFault, language: Language): string => messages[code][language];
