import i18next from 'i18next';

/** What stands between the parts of a list in the language of the screen: `、` or a comma. */
export const comma = (): string => i18next.t('general.comma');

/** What stands between sentences in one line: `；` or a semicolon. */
export const semicolon = (): string => i18next.t('general.semicolon');

/** What stands between a name and what is said of it: `：` or a colon. */
export const colon = (): string => i18next.t('general.colon');

/** Words in brackets as they follow other words: `（…）`, or a space and round brackets. */
export const inBrackets = (words: string | number): string => i18next.t('general.inBrackets', { words });
