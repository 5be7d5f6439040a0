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
