import type { Facts, Json } from '#shared/model/primitives.ts';

export type Tag = { name: string; value: string };
export type TagGroups = { camera: Tag[]; time: Tag[]; place: Tag[]; software: Tag[]; all: Tag[] };

const camera = [
  'Make', 'Model', 'LensMake', 'LensModel', 'BodySerialNumber', 'FocalLength', 'ExposureTime', 'FNumber', 'ISOSpeedRatings', 'PhotographicSensitivity', 'Flash',
]; // prettier-ignore
const software = [
  'Software',
  'ProcessingSoftware',
  'HostComputer',
  'CreatorTool',
  'Artist',
  'Copyright',
  'ImageDescription',
  'By-line',
  'Caption/Abstract',
];
/** Each time with the offset that belongs to it (EXIF 2.32, tags 0x9010 to 0x9012). */
const times: [string, string | null][] = [
  ['DateTimeOriginal', 'OffsetTimeOriginal'],
  ['DateTimeDigitized', 'OffsetTimeDigitized'],
  ['DateTime', 'OffsetTime'],
  ['GPSDateStamp', null],
  ['GPSTimeStamp', null],
  ['CreateDate', null],
  ['ModifyDate', null],
];

/** What a file says about itself, by what a reader looks for; `all` as written, with the block it stands in. */
export function tagGroups(facts: Facts): TagGroups {
  const blocks = ['exif', 'iptc', 'xmp'].map((name) => [name, block(facts[name])] as const);
  const find = (name: string) => blocks.map(([, tags]) => tags[name]).find((value) => value !== undefined);
  const chosen = (names: readonly string[]) => names.flatMap((name) => tag(name, find(name)));
  return {
    camera: chosen(camera),
    time: times.flatMap(([name, offset]) => {
      const [value, zone] = [find(name), offset === null ? undefined : find(offset)];
      return tag(name, value === undefined ? undefined : zone === undefined ? value : `${value} ${zone}`);
    }),
    place: [...position(block(facts['gps'])), ...chosen(['GPSImgDirection', 'GPSMapDatum'])],
    software: chosen(software),
    all: blocks.flatMap(([name, tags]) => Object.entries(tags).map(([key, value]) => ({ name: `${name} ${key}`, value }))),
  };
}

function block(value: Json | undefined): Record<string, string> {
  if (value === null || value === undefined || typeof value !== 'object' || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typeof one === 'string' ? one : JSON.stringify(one)]));
}

const tag = (name: string, value: string | undefined): Tag[] => (value === undefined || value === '' ? [] : [{ name, value }]);

/** Decimal degrees with their hemisphere, to a metre or so. */
function position({ latitude, longitude, altitude }: Record<string, string>): Tag[] {
  if (latitude === undefined || longitude === undefined) return [];
  const degrees = (value: string, positive: string, negative: string) =>
    `${Math.abs(Number(value)).toFixed(5)}° ${Number(value) < 0 ? negative : positive}`;
  const height = altitude === undefined || altitude === 'null' ? [] : [{ name: 'GPSAltitude', value: `${altitude} m` }];
  return [{ name: 'GPS', value: `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}` }, ...height];
}
