const SEPARATOR = '~';
const MAX_KEY_LENGTH = 200;

/**
 * BullMQ's id for a job: unique per queue there, so the name is part of it and two kinds of job may use the same key.
 * @throws Error when the key is empty, too long, all digits, or holds a colon, a tilde or a control character; BullMQ refuses
 * some of these later and with a poorer sentence
 */
export function jobIdOf(name: string, key: string): string {
  const because = whyRefused(key);
  if (because) throw new Error(`job ${name}: key ${JSON.stringify(key)} ${because}`);
  return `${name}${SEPARATOR}${key}`;
}

/** The key inside an id that {@link jobIdOf} made. */
export function keyIn(jobId: string): string {
  return jobId.slice(jobId.indexOf(SEPARATOR) + 1);
}

function whyRefused(key: string): string | undefined {
  if (key === '') return 'is empty';
  if (key.length > MAX_KEY_LENGTH) return `is longer than ${MAX_KEY_LENGTH} characters`;
  if (/^\d+$/.test(key)) return 'is all digits; put a word before them, like deliver_12';
  if (/[:~\u0000-\u001f\u007f]/.test(key))
    return 'holds a character that a key may not hold (":", "~" or a control character)';
  return undefined;
}
