/** Media types of the files that the export itself writes, by the end of their names. */
const types: Record<string, string> = {
  json: 'application/json',
  jsonl: 'application/jsonl',
  jsonld: 'application/ld+json',
  csv: 'text/csv',
  html: 'text/html',
  pdf: 'application/pdf',
  pem: 'application/x-pem-file',
  // RFC 3161 section 3.2.
  tsr: 'application/timestamp-reply',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  txt: 'text/plain',
};

export function mediaTypeOf(path: string): string {
  if (path.endsWith('.schema.json')) return 'application/schema+json';
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
