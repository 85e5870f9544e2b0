/** Endings that cameras and programs give to each type of image. */
const endings: Record<string, string> = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', jpe: 'image/jpeg', jfif: 'image/jpeg', png: 'image/png', apng: 'image/apng', gif: 'image/gif',
  webp: 'image/webp', avif: 'image/avif', bmp: 'image/bmp', svg: 'image/svg+xml', tif: 'image/tiff', tiff: 'image/tiff', heic: 'image/heic',
  heif: 'image/heic', ico: 'image/x-icon',
}; // prettier-ignore
const alike: Record<string, string> = { 'image/apng': 'image/png', 'image/heif': 'image/heic', 'image/vnd.microsoft.icon': 'image/x-icon' };
const base = (mediaType: string) => alike[mediaType] ?? mediaType;

/** The ending of a name that says another type than the bytes are; null when it does not, or says nothing. */
export function lyingEnding(name: string | null, mediaType: string): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name ?? '')?.[1] ?? '';
  const told = endings[ending.toLowerCase()];
  return told === undefined || base(told) === base(mediaType) ? null : `.${ending}`;
}
