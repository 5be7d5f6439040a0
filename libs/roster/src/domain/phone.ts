/** A telephone number as the register takes it. */
export const phonePattern = /^\+?[0-9][0-9 -]{4,19}$/;

const hidden = /^.{3}\*{6}.{2}$/u;

/** Whether a number is one that an export has masked. */
export const isMasked = (phone: string): boolean => hidden.test(phone);

/** A number as lists and masked exports show it. */
export const maskedPhone = (phone: string): string => phone.replace(/^(.{3}).*(.{2})$/u, '$1******$2');

/** Whether what a sheet says is the number that is kept, be it masked or in full. */
export const isSamePhone = (said: string, kept: string | null): boolean =>
  kept !== null && (isMasked(said) ? maskedPhone(kept) === said : digitsOf(said) === digitsOf(kept));

const digitsOf = (phone: string): string => phone.replace(/[ -]/gu, '');
