import type { ParkedJob } from '@ducha/queue';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The ids and small numbers of a payload; whatever else it may carry is left out. */
export function idsIn(payload: unknown): Record<string, string | number> {
  if (typeof payload !== 'object' || payload === null) return {};
  const fields = Object.entries(payload).filter(
    ([, value]) => Number.isSafeInteger(value) || (typeof value === 'string' && uuid.test(value)),
  );
  return Object.fromEntries(fields);
}

/** A word for what went wrong: the code of a refusal, `hopeless`, `stalled`, or `unexpected`. Messages may quote what people wrote. */
export function errorCodeOf({ reason }: Pick<ParkedJob, 'reason'>): string {
  const [code] = /^[a-z]\w*\.[a-z]\w*(?=: )/i.exec(reason) ?? [];
  if (code !== undefined) return code;
  if (reason.includes('hopeless')) return 'hopeless';
  return reason.includes('stalled') ? 'stalled' : 'unexpected';
}
