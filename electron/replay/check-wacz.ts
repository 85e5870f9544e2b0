import { HoldfastError } from '#shared/errors.ts';
import { open, type Entry, type ZipFile } from 'yauzl';

/** More members than any archive has, and few enough to be read in a moment. */
const MOST_MEMBERS = 200_000;

/**
 * That a zip is whole up to its directory and holds what a WACZ must (WACZ 1.1.1 sections 3 to 5): a datapackage and at
 * least one WARC. wabac opens a cut-off file without a word and then finds no page in it.
 * @throws HoldfastError replay-unreadable
 */
export async function checkWacz(path: string, name: string): Promise<void> {
  const members = await memberNames(path).catch((): string[] => []);
  const isWacz = members.includes('datapackage.json') && members.some((member) => /^archive\/.+\.warc(\.gz)?$/i.test(member));
  if (!isWacz) throw new HoldfastError('replay-unreadable', { name });
}

function memberNames(path: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: true }, (error, zip: ZipFile) => {
      if (error !== null) return reject(error);
      const names: string[] = [];
      zip.on('entry', ({ fileName }: Entry) => {
        names.push(fileName);
        if (names.length >= MOST_MEMBERS) zip.close();
        else zip.readEntry();
      });
      zip.once('end', () => resolve(names));
      zip.once('close', () => resolve(names));
      zip.once('error', reject);
      zip.readEntry();
    });
  });
}
