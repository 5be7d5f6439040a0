import { type MatterKind, matterKinds } from './matter-kind.js';

const padded = (n: number): string => String(n).padStart(5, '0');

/** Series of the intake numbers (登记号) of a kind. */
export const intakeSeries = (kind: MatterKind): string => `intake.${kind}`;

/** Series of the registration numbers (立项编号) of a kind. */
export const registrationSeries = (kind: MatterKind): string => `matter.${kind}`;

/** Series of the reply numbers. */
export const REPLY_SERIES = 'reply';

/** 登记号, e.g. 网〔2026〕00012号: given when a matter comes in. */
export const intakeNumber = (kind: MatterKind, year: number, n: number): string =>
  `${matterKinds[kind].mark}〔${year}〕${padded(n)}号`;

/** 立项编号, e.g. 督网〔2026〕00012号: given when a matter is registered. */
export const registrationNumber = (kind: MatterKind, year: number, n: number): string =>
  `督${matterKinds[kind].mark}〔${year}〕${padded(n)}号`;

/** Number of a reply, e.g. 复〔2026〕00012号. */
export const replyNumber = (year: number, n: number): string => `复〔${year}〕${padded(n)}号`;
