/** Cells that a spreadsheet would run. Nothing here ever runs one; they are text. */

const begins = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const guarded = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

export const isFormula = (text: string): boolean => begins.test(text) && !/^[-+]?[\d.,\s]+$/.test(text);

/** The guard of the CSV writer is one apostrophe. A text that begins with apostrophes and such a sign gets one too, so that it comes back. */
export const guardedApostrophes = (text: string): string => (guarded.test(text) ? `'${text}` : text);

/** Takes off the apostrophe that an export put before a cell. */
export const withoutGuard = (text: string): string => (guarded.test(text) ? text.slice(1) : text);
