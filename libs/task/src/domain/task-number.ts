/** Series of the registration numbers (立项编号). */
export const TASK_NUMBERS = 'task';

/**
 * The number as offices write it: 兰督〔2026〕12号.
 * @param prefix the issuing bureau's short form, a setting of the county
 */
export function taskNumber(prefix: string, year: number, n: number): string {
  return `${prefix}〔${year}〕${n}号`;
}
