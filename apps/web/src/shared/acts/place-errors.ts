import type { FormInstance } from 'antd';
import { Problem } from '../../api/problem';

/**
 * Puts the server's field errors at their fields.
 * @returns the messages that belong to no field of this form; they go on top of it
 */
export function placeErrors(form: FormInstance, cause: unknown): string[] {
  if (!(cause instanceof Problem)) return [];
  const known = new Set(Object.keys(form.getFieldsValue(true)));
  for (const name of form.getFieldsError()) known.add(String(name.name[0]));
  const loose: string[] = [];
  for (const { path, message } of cause.errors) {
    const name = path.split('.').find((part) => known.has(part));
    if (name === undefined) loose.push(message);
    else form.setFields([{ name, errors: [message] }]);
  }
  return loose;
}
