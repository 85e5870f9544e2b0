/** Coordinates as people paste them: decimal degrees, degrees-minutes-seconds, in either order when letters say so. */
export type Coordinates = { latitude: number; longitude: number };

const figure = String.raw`[-+−]?\d{1,3}(?:[.,]\d+)?`;
const seconds = String.raw`(?:\s*[°º\s]\s*(\d{1,2}(?:\.\d+)?)\s*['′’]?(?:\s*(\d{1,2}(?:\.\d+)?)\s*(?:"|″|”|''|′′)?)?)?`;
const sexagesimal = new RegExp(String.raw`^([NSEW])?\s*([-+−]?\d{1,3}(?:\.\d+)?)\s*[°º]?${seconds}\s*[°º'′"″]*\s*([NSEW])?$`, 'i');

/** Degrees, south and west negative, to seven decimals (about a centimetre); null when the text is no pair of them on the globe. */
export function readCoordinates(text: string): Coordinates | null {
  const words = latin(text).trim();
  const halves = split(words);
  if (halves === null) return null;
  const [first, second] = halves.map(degrees);
  if (first == null || second == null) return null;
  const isSwapped = first.axis === 'longitude' || second.axis === 'latitude';
  if (isSwapped && (first.axis === 'latitude' || second.axis === 'longitude')) return null;
  if (first.axis !== null && first.axis === second.axis) return null;
  const [latitude, longitude] = isSwapped ? [second.value, first.value] : [first.value, second.value];
  return Math.abs(latitude) > 90 || Math.abs(longitude) > 180 ? null : { latitude, longitude };
}

/** "35.83, 38.69": what `readCoordinates` reads back as the same. */
export function coordinateWords({ latitude, longitude }: Coordinates): string {
  return `${latitude}, ${longitude}`;
}

/** "35.83° N, 38.69° E" */
export function coordinateReading({ latitude, longitude }: Coordinates): string {
  return `${Math.abs(latitude)}° ${latitude < 0 ? 'S' : 'N'}, ${Math.abs(longitude)}° ${longitude < 0 ? 'W' : 'E'}`;
}

function latin(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/٫/g, '.')
    .replace(/[،؛]/g, ',')
    .replace(/^geo:/i, '')
    .replace(/[()[\]\u200e\u200f]/g, ' ');
}

/** At a comma, semicolon or slash; else behind a letter of the compass; else at the one space between two plain numbers. */
function split(words: string): [string, string] | null {
  const parts = words.split(/\s*[,;/]\s+|\s*;\s*|(?<=[\d°'"″′NSEW])\s*,\s*(?=[-+−\dNSEW])/i).filter((part) => part !== '');
  if (parts.length === 2) return [parts[0] ?? '', parts[1] ?? ''];
  if (parts.length > 2) return null;
  const [, first, second] =
    /^(.+?[NSEW])\s+(.+[NSEW])$/i.exec(words) ??
    /^([NSEW].+?)\s+([NSEW].+)$/i.exec(words) ??
    new RegExp(`^(${figure})\\s+(${figure})$`).exec(words) ??
    [];
  return first === undefined || second === undefined ? null : [first, second];
}

function degrees(text: string): { value: number; axis: keyof Coordinates | null } | null {
  const [match, before, whole = '', minutes = '0', secs = '0', after] = sexagesimal.exec(text.trim()) ?? [];
  if (match === undefined || (before !== undefined && after !== undefined) || Number(minutes) >= 60 || Number(secs) >= 60) return null;
  const size = Number(whole.replace(/^[-+−]/, '')) + Number(minutes) / 60 + Number(secs) / 3600;
  const side = (before ?? after ?? '').toUpperCase();
  const sign = (/^[-−]/.test(whole) ? -1 : 1) * (side === 'S' || side === 'W' ? -1 : 1);
  return { value: Math.round(sign * size * 1e7) / 1e7, axis: side === '' ? null : side === 'N' || side === 'S' ? 'latitude' : 'longitude' };
}
