/** The pages are written in English; numbers and dates follow the reader's own kind of English. */
export const LOCALE: string =
  typeof navigator !== 'undefined' && navigator.language?.startsWith('en') ? navigator.language : 'en-GB';
