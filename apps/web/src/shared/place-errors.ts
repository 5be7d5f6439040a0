import type { FormInstance } from 'antd';
import { Problem } from '../api/problem';
import { isListRefusal } from './problem-words';

/**
 * Puts the server's field errors at their fields.
 * @returns the messages that belong to no field of this form, and the refusal's title when none was placed; they go on top
 */
export function placeErrors<Input extends object>(form: FormInstance<Input>, cause: unknown): string[] {
  if (!(cause instanceof Problem) || isListRefusal(cause)) return [];
  const loose: string[] = [];
  const placed = new Map<string, string[]>();
  const fields = new Map(form.getFieldsError().map(({ name }) => [String(name.at(-1)), name]));
  for (const { path, message } of cause.errors) {
    const at = path.split('.').find((part) => fields.has(part));
    if (at === undefined) loose.push(message);
    else placed.set(at, [...(placed.get(at) ?? []), message]);
  }
  for (const [at, errors] of placed) {
    const name = fields.get(at);
    // boundary: antd names a nested field by its path, its types ask for a literal path
    if (name !== undefined) form.setFields([{ name: name as never, errors }]);
  }
  return loose.length > 0 ? [cause.message, ...loose] : placed.size > 0 ? [cause.message] : [];
}
