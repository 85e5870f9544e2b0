/** What a case file holds besides the files of its items: anything else was slipped in. */
const payload = [
  /^case\.json$/,
  /^ro-crate-metadata\.json$/,
  /^annotations\/(passages\.jsonld|links\.jsonld|tags\.json)$/,
  /^claims\/(claims|incidents|parties|evidence)\.(json|csv)$/,
  /^claims\/(relations|merges|grades|settlements|vocabulary)\.json$/,
  /^versions\/(versions|carried-passages|absences)\.json$/,
  /^schema\/[a-z-]+\.schema\.json$/,
  /^journal\/(journal|proofs)\.jsonl$/,
  /^journal\/(keys|seals|consistency|withheld)\.json$/,
  /^journal\/seals\/\d{8,}(\.json|\.\d+\.(tsr|pem))$/,
  /^journal\/branches\/[0-9a-f-]{36}\.jsonl?$/,
  /^provenance\/prov\.jsonld$/,
  /^report\/report\.(html|pdf)$/,
  /^redacted\/(redactions\.json|[^/]+\/[^/]+)$/,
];

const tagFiles = /^(bagit|bag-info|README|(tag)?manifest-sha(256|512))\.txt$|^verify\.html$/;

export function isKnownPayload(path: string): boolean {
  const below = path.slice('data/'.length);
  return payload.some((pattern) => pattern.test(below));
}

export function isKnownTagFile(path: string): boolean {
  return tagFiles.test(path);
}
