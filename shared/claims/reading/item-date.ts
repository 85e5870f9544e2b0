import { parseEdtf } from '../../edtf.ts';
import { checkedDate, readDates } from './read-dates.ts';
import { tokensOf } from './tokens.ts';

/**
 * The day, month or year a page or a person says an item was published, as EDTF: "2018-11-14T09:00:00+03:00" is the day
 * as written there, "Wed, 14 Nov 2018 08:00 GMT" and "14 نوفمبر 2018" are read by the rules for dates. Null when it does not tell.
 */
export function publishedDate(text: string | null | undefined): string | null {
  const said = (text ?? '').trim().slice(0, 200);
  const day = /^(?:19|20)\d\d-\d\d-\d\d(?=$|[T ])/.exec(said)?.[0];
  if (day !== undefined) return parseEdtf(day) === null ? null : day;
  if (said === '') return null;
  if (/^[\dX/~?%.[\]{},-]+$/.test(said) && parseEdtf(said) !== null) return said;
  return (
    readDates(tokensOf(said), said, null)
      .map(checkedDate)
      .find(({ value }) => value !== null)?.value ?? null
  );
}
