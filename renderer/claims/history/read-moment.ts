/** The end of the day, minute or second typed, as a UTC timestamp; null for nothing typed; undefined for what is no moment. Pure. */
export function readMoment(typed: string): string | null | undefined {
  const words = typed.trim();
  if (words === '') return null;
  const [, day = '', minute, second] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::(\d\d))?)?(?: ?(?:Z|UTC))?$/i.exec(words) ?? [];
  const text = `${day}T${minute ?? '23:59'}:${minute === undefined ? '59' : (second ?? '59')}.999Z`;
  const moment = new Date(text);
  // A day that no month has is read as one of the next month.
  return Number.isNaN(moment.getTime()) || moment.toISOString() !== text ? undefined : text;
}
