import { REPLAY_SCHEME } from '../scheme-names.ts';

/** A page of an archive: its address on the web, and the moment asked for (ISO 8601, UTC); null for any. */
export type ArchivedAddress = { url: string; at: string | null };

/** The one collection a replay holds. */
export const COLLECTION = 'archive';

/** Where the frame that holds the archived pages is served. */
export function hostAddress(token: string): string {
  return `${REPLAY_SCHEME}://${token}/`;
}

/** Where wabac answers for an archived page: `w/<collection>/<14 digits>mp_/<url>`. */
export function replayAddress(token: string, { url, at }: ArchivedAddress): string {
  return `${hostAddress(token)}w/${COLLECTION}/${at === null ? '' : digitsOf(at)}mp_/${url}`;
}

/** The other way round; null for an address that is no archived http or https page. */
export function archivedAddress(token: string, address: string): ArchivedAddress | null {
  const prefix = `${hostAddress(token)}w/${COLLECTION}/`;
  if (!address.startsWith(prefix)) return null;
  const match = /^(?::[\w-]+\/)?(\d*)(?:[a-z]+_)?\/(https?:\/\/.+)$/is.exec(address.slice(prefix.length));
  if (match === null) return null;
  const [, digits = '', url = ''] = match;
  return { url, at: momentOf(digits) };
}

/** The 14 digits of web archives, `YYYYMMDDhhmmss`, as a moment; null when they name none. */
export function momentOf(digits: string): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})?$/.exec(digits);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, milli = '000'] = parts;
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

export function digitsOf(at: string): string {
  return at.replace(/\D/g, '').slice(0, 14);
}
