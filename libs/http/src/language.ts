import type { Request } from 'express';

/** Languages of the screen. */
export type Language = 'zh' | 'en';

/** Chinese unless the caller asks for English first. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
}
