import { createHash } from 'node:crypto';
import type { Ids } from '@ducha/kernel';

const firstMs = Date.UTC(2027, 0, 1);

/**
 * Ids and tokens that are the same in every world that asks for as many: one that takes an id more than another differs
 * from then on. Later than whatever was made before with the real source.
 */
export function seededIds(seed: string): Ids {
  let ids = 0;
  let tokens = 0;
  const bytes = (text: string): Buffer => createHash('sha256').update(`${seed} ${text}`).digest();
  return {
    next: () => {
      ids += 1;
      const at = (firstMs + ids).toString(16).padStart(12, '0');
      const rest = bytes(`id ${ids}`).toString('hex');
      return `${at.slice(0, 8)}-${at.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
    },
    token: () => bytes(`token ${(tokens += 1)}`).toString('base64url'),
  };
}
