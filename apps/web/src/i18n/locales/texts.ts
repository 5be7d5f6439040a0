import type { zhCN } from './zh-CN';

/** Every string a page may ask for. The Chinese dictionary is the measure: a language lacking one of its keys does not compile. */
export type Texts = typeof zhCN;
