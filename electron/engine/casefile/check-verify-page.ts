import { createHash } from 'node:crypto';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import { verifyPage } from '../export/verifier/verify-page.ts';
import type { BagCheck } from './check-bag.ts';

const PAGE = 'verify.html';

/**
 * The page that checks is the one thing in a case file that can lie about the rest. That of another version is not
 * known here; that of this version must be what this version writes.
 */
export async function checkVerifyPage({ bad, info, sha256 }: BagCheck, version: string): Promise<Finding[]> {
  const found = sha256.get(PAGE);
  if (found === undefined || bad.has(PAGE) || info.get('Bag-Software-Agent') !== `Holdfast ${version}`) return [];
  const own = createHash('sha256')
    .update(await verifyPage(), 'utf8')
    .digest('hex');
  return found === own ? [] : [makeFinding('verify-page', PAGE)];
}
