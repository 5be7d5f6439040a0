import { defineFaults, type Fault } from '@ducha/kernel';

/** Refusals that the database itself makes. */
export const storeFault = defineFaults('store', {
  movedOn: { status: 409, title: 'The record has changed meanwhile', titleZh: '记录已被他人更新，请刷新后重试' },
  alreadyExists: { status: 409, title: 'Such a record exists already', titleZh: '该记录已存在' },
  unknownReference: { status: 422, title: 'A record that was referred to does not exist', titleZh: '引用的记录不存在' },
  unstorableText: {
    status: 400,
    title: 'The text contains a character that cannot be stored',
    titleZh: '文本包含无法保存的字符',
  },
  outOfRange: { status: 422, title: 'A number or date is out of range', titleZh: '数值或日期超出范围' },
  busy: {
    status: 503,
    title: 'The database is busy or not reachable at the moment',
    titleZh: '数据库繁忙或暂时无法连接，请稍后重试',
  },
});

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly message?: string;
}

/** How pg says that a connection broke, without a code. */
const brokenConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

type FaultFor = (constraint: string) => Fault;
const faultOfConstraint = new Map<string, FaultFor>();

/**
 * Maps a named database constraint to the fault of the module that owns it.
 * @throws Error at load time when the constraint is mapped twice
 */
export function mapConstraint(constraint: string, fault: FaultFor): void {
  if (faultOfConstraint.has(constraint)) throw new Error(`constraint ${constraint} is mapped twice`);
  faultOfConstraint.set(constraint, fault);
}

/** The fault of a database error, or the error itself when it is a bug. */
export function faultOfDatabase(error: unknown): unknown {
  const { code, constraint, message = '' } = databaseError(error);
  if (constraint !== undefined) {
    const mapped = faultOfConstraint.get(constraint);
    if (mapped) return mapped(constraint);
  }
  switch (code) {
    case '23505':
      return storeFault('alreadyExists', { constraint });
    case '23503':
      return storeFault('unknownReference', { constraint });
    case '22021':
    case '22P05':
      return storeFault('unstorableText');
    case '22003':
    case '22008':
      return storeFault('outOfRange');
    case '40001':
    case '40P01':
      return storeFault('movedOn');
    case '53300':
    case '57014':
    case '57P01':
    case '57P02':
    case '57P03':
    case '08006':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
      return storeFault('busy');
    default:
      return brokenConnection.test(message) ? storeFault('busy') : error;
  }
}

function databaseError(error: unknown): DatabaseError {
  if (typeof error !== 'object' || error === null) return {};
  const driverError = 'driverError' in error ? error.driverError : error;
  return typeof driverError === 'object' && driverError !== null ? driverError : {};
}
