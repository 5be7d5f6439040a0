import type { FieldError } from '@ducha/kernel';
import type { Language } from './language.js';

const messages: Record<string, { en: string; zh: string }> = {
  isUuid: { en: 'must be an id', zh: '应为有效的编号标识' },
  isString: { en: 'must be text', zh: '应为文本' },
  isNotEmpty: { en: 'is required', zh: '不能为空' },
  isDefined: { en: 'is required', zh: '不能为空' },
  minLength: { en: 'must have at least {n} characters', zh: '至少 {n} 个字' },
  maxLength: { en: 'must have at most {n} characters', zh: '最多 {n} 个字' },
  isLength: { en: 'has a wrong length', zh: '长度不符' },
  isIn: { en: 'is not one of the allowed values', zh: '不在可选范围内' },
  isEnum: { en: 'is not one of the allowed values', zh: '不在可选范围内' },
  isInt: { en: 'must be a whole number', zh: '应为整数' },
  isNumber: { en: 'must be a number', zh: '应为数字' },
  min: { en: 'must be at least {n}', zh: '不得小于 {n}' },
  max: { en: 'must be at most {n}', zh: '不得大于 {n}' },
  isPositive: { en: 'must be greater than zero', zh: '应大于零' },
  isBoolean: { en: 'must be true or false', zh: '应为真或假' },
  isArray: { en: 'must be a list', zh: '应为列表' },
  arrayMaxSize: { en: 'must have at most {n} entries', zh: '最多 {n} 项' },
  arrayMinSize: { en: 'must have at least {n} entries', zh: '至少 {n} 项' },
  arrayNotEmpty: { en: 'must not be empty', zh: '不能为空' },
  arrayUnique: { en: 'must not repeat entries', zh: '不能有重复项' },
  oneOf: { en: 'exactly one of them is needed', zh: '须填写且只能填写其中一项' },
  isInstant: { en: 'must be an instant such as 2026-03-05T09:00:00Z', zh: '应为时间，例如 2026-03-05T09:00:00Z' },
  whitelistValidation: { en: 'is not known here', zh: '是未知字段' },
  isObject: { en: 'must be an object', zh: '应为对象' },
  storable: { en: 'contains a character that cannot be stored', zh: '包含无法保存的字符' },
  depth: { en: 'is nested too deeply', zh: '嵌套层级过深' },
  known: { en: 'does not exist', zh: '不存在' },
  unique: { en: 'is taken', zh: '已被占用' },
  future: { en: 'must lie in the future', zh: '须晚于当前时间' },
  townshipList: { en: 'needs a principal’s written decision', zh: '须有县主要领导的书面决定' },
  postHeld: { en: 'does not hold the post this needs', zh: '未担任相应岗位' },
  notVillage: { en: 'is a village; choose its township', zh: '不能直接选村，请选所属乡镇' },
  mandate: { en: 'does not cover this', zh: '不覆盖该事项' },
  answered: { en: 'is not an answered assignment of this round', zh: '不是本轮已报结的交办单' },
  withLead: { en: 'must include the lead’s assignment', zh: '须包含主办单位的交办单' },
  beforeDispatch: { en: 'cannot change once the task was sent', zh: '交办后不能更改' },
  followUp: { en: 'needs a date that lies ahead', zh: '须填写今后的跟踪日期' },
  ownEvidence: { en: 'names a file you did not upload', zh: '包含非本人上传的附件' },
  unclassified: { en: 'bears a mark of secrecy', zh: '带有密级标志，涉密内容不得录入' },
  declared: { en: 'must be declared', zh: '须勾选声明' },
  isDay: { en: 'must be a day such as 2026-03-05', zh: '应为日期，例如 2026-03-05' },
  restrictedWay: {
    en: 'is an accusation: name who is accused, it only goes the restricted way',
    zh: '属检举控告，须指明被检举人，按限定渠道办理',
  },
  isWholeNumber: { en: 'must be a whole number of at least 0', zh: '应为不小于零的整数' },
  isOfType: { en: 'has the wrong type', zh: '类型不符' },
  opens: { en: 'is not right', zh: '不正确' },
  mistyped: { en: 'is not as it was written down', zh: '与原件不符，请核对' },
  noSuchShare: { en: 'is not a share of the present key', zh: '不是现用密钥的分片' },
  shareTwice: { en: 'is a share that was given already', zh: '与前面的分片相同' },
  nameable: { en: 'cannot be named', zh: '不能列为知情人' },
  oneself: { en: 'is you', zh: '是您本人' },
  nestedValidation: { en: 'must be an object', zh: '应为对象' },
};

/** What is wrong with one field, in the language of the caller. Modules put their own sentences into `message`. */
export function fieldMessage(error: FieldError, language: Language): string {
  const known = messages[error.constraint];
  if (!known) return error.message;
  const limit = /(\d+)(?!.*\d)/.exec(error.message)?.[1] ?? '';
  return known[language].replace('{n}', limit);
}
