import ExifReader from 'exifreader';
import type { Facts, Json } from '#shared/model/primitives.ts';

const MOST_TAGS = 200;
const MOST_CHARACTERS = 1000;
/** Long runs of bytes that say nothing to a reader; they stay in the file itself. */
const opaque =
  /^(MakerNote|UserComment Raw|Thumbnail|PrintIM|Padding|OffsetSchema|.*Pointer|ComponentsConfiguration|_raw|ICC_Profile|ImageResources|CFAPattern)$/i;

/**
 * What an image's EXIF, IPTC and XMP blocks say, in the words of their standards. They are the file's word: anyone can
 * write them. `gps` in decimal degrees (north and east positive) and metres. Empty when there are none or none readable.
 */
export function imageTags(bytes: Buffer): Facts {
  const tags = loadTags(bytes);
  if (tags === null) return {};
  const { exif, iptc, xmp, gps } = tags;
  const groups: [string, Facts][] = [
    ['exif', described(exif)],
    ['iptc', described(iptc)],
    ['xmp', described(xmp)],
    ['gps', gps === undefined ? {} : position(gps)],
  ];
  return Object.fromEntries(groups.filter(([, group]) => Object.keys(group).length > 0));
}

function loadTags(bytes: Buffer): ExifReader.ExpandedTags | null {
  try {
    return ExifReader.load(bytes, { expanded: true });
  } catch {
    // No block, or one that cannot be read: either way the image has no tags to tell.
    return null;
  }
}

function described(group: object | undefined): Facts {
  const facts: [string, Json][] = [];
  for (const [name, tag] of Object.entries(group ?? {}) as [string, { description?: unknown; value?: unknown } | null][]) {
    if (facts.length >= MOST_TAGS || opaque.test(name) || tag === null || typeof tag !== 'object') continue;
    const words = String(tag.description ?? tag.value ?? '')
      .replaceAll('\0', '')
      .trim();
    if (words !== '' && !words.startsWith('[object')) facts.push([name, words.slice(0, MOST_CHARACTERS)]);
  }
  return Object.fromEntries(facts);
}

function position({ Latitude, Longitude, Altitude }: { Latitude?: number; Longitude?: number; Altitude?: number }): Facts {
  const number = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);
  const [latitude, longitude] = [number(Latitude), number(Longitude)];
  return latitude === null || longitude === null ? {} : { latitude, longitude, altitude: number(Altitude) };
}
