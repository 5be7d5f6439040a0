/** Series of the registration numbers (立项编号). */
export const TASK_NUMBERS = 'task';

/** Stands for the running number in a template. */
export const NUMBER_PLACE = '{n}';

/**
 * How a year's numbers look, the way offices write them: 兰督〔2026〕{n}号. The database puts the number in, so that a
 * refused task uses up none.
 * @param prefix the issuing bureau's short form, a setting of the county
 */
export function numberTemplate(prefix: string, year: number): string {
  return `${prefix}〔${year}〕${NUMBER_PLACE}号`;
}

/** A sub-task's number below its parent's: 兰督〔2026〕12号 gives 兰督〔2026〕12-1号. Null below a task without number. */
export function childNumber(parentNumber: string | null, ordinal: number): string | null {
  return parentNumber === null ? null : `${parentNumber.replace(/号$/, '')}-${ordinal}号`;
}
