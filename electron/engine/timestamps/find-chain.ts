import { isAuthorityCert, isSame, isSignedBy, isValidAt, type Cert } from './certificates.ts';

/** Longer chains are not met, and a token that holds hundreds of certificates is not searched. */
const DEEPEST = 8;
const MOST = 24;

export type Chain = {
  /** From the signer's issuer upwards, as far as it is known. */
  above: Cert[];
  /** Whether it ends in one of the anchors. */
  anchored: boolean;
};

/**
 * The way from `signer` to a trust anchor: each certificate signed by the next, each allowed to sign, all valid at `at`
 * (RFC 5280, section 6, without revocation, which no offline check can know). Without a way, as far as it goes.
 */
export async function findChain(signer: Cert, certs: readonly Cert[], anchors: readonly Cert[], at: Date): Promise<Chain> {
  const known = [...anchors, ...certs.filter((cert) => !anchors.some((anchor) => isSame(cert, anchor)))].slice(0, MOST);
  let longest: Cert[] = [];
  // A hostile token could hold certificates that sign each other in circles; each is looked at once.
  const seen = new Set<Cert>();
  async function climb(cert: Cert, above: Cert[]): Promise<Cert[] | null> {
    if (above.length > longest.length) longest = above;
    if (anchors.some((anchor) => isSame(anchor, cert))) return above;
    if (above.length >= DEEPEST) return null;
    for (const issuer of known) {
      if (seen.has(issuer) || isSame(issuer, cert) || !isAuthorityCert(issuer) || !isValidAt(issuer, at)) continue;
      if (!(await isSignedBy(cert, issuer))) continue;
      seen.add(issuer);
      const found = await climb(issuer, [...above, issuer]);
      if (found !== null) return found;
    }
    return null;
  }
  const found = await climb(signer, []);
  return { above: found ?? longest, anchored: found !== null };
}
