/** Does a timestamp hold? Pure: bytes in, findings out, no network and no clock. */
import { createHash } from 'node:crypto';
import type { Problem, TokenFacts } from '#shared/model/timestamps.ts';
import { engine, isForTimestamps, isValidAt, nameWords, readPem, writePem, type Cert } from './certificates.ts';
import { isLinked } from './certificate-link.ts';
import { findChain } from './find-chain.ts';
import { SHA_256 } from './make-request.ts';
import { readReply, type Reply } from './read-reply.ts';

export type TokenCheck = {
  /** What does not hold, the gravest first; empty: everything that was asked. */
  problems: Problem[];
  /** What the token says; null when it cannot be read. */
  facts: TokenFacts | null;
  /** Certificates above that of the signer in PEM, as far as they are known; null when none is. */
  chain: string | null;
};

/** `nonce` only where the request is at hand. `anchors` in PEM; null leaves the root unchecked (`trusted` false). */
export type Expected = { anchors: string | null; policy?: string | null; nonce?: Uint8Array };

/**
 * Checks a reply (TimeStampResp, DER) over the bytes of a seal as RFC 3161 section 2.2 asks: granted, the imprint is
 * SHA-256 of these bytes, nonce and policy as asked, one signature that holds, by a certificate meant for timestamps
 * alone, named by the token (ESSCertID, RFC 5035), valid at the token's time; its chain where anchors are given.
 */
export async function checkToken(reply: Uint8Array, sealed: Uint8Array, expected: Expected): Promise<TokenCheck> {
  const read = readReply(reply);
  if ('problem' in read) return { problems: [read.problem], facts: null, chain: null };
  try {
    return await check(read, sealed, expected);
  } catch (error) {
    // Broken in a way that the reading passed over: pkijs trusts shapes that nobody promised.
    return { problems: [{ code: 'unreadable', detail: (error as Error).message.slice(0, 200) }], facts: null, chain: null };
  }
}

async function check(read: Reply, sealed: Uint8Array, expected: Expected): Promise<TokenCheck> {
  const problems = whatIsSaid(read, sealed, expected);
  const signer = signerOf(read);
  if (signer === null) {
    const facts = { ...factsOf(read), signer: '', trusted: false };
    return { problems: [{ code: 'no-certificate', detail: null }, ...problems], facts, chain: null };
  }
  problems.push(...(await whoSigned(read, signer, sealed)));
  const anchors = expected.anchors === null ? [] : readPem(expected.anchors);
  const chain = await findChain(signer, read.certs, anchors, read.info.genTime);
  if (anchors.length > 0 && !chain.anchored) {
    problems.push({ code: 'chain', detail: nameWords((chain.above.at(-1) ?? signer).parsed.issuer) });
  }
  const facts = { ...factsOf(read), signer: nameWords(signer.parsed.subject), trusted: chain.anchored };
  return { problems, facts, chain: chain.above.length === 0 ? null : writePem(chain.above) };
}

function whatIsSaid({ info }: Reply, sealed: Uint8Array, { nonce, policy }: Expected): Problem[] {
  const problems: Problem[] = [];
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const digest = createHash('sha256').update(sealed).digest();
  if (hashAlgorithm.algorithmId !== SHA_256 || !digest.equals(hashedMessage.valueBlock.valueHexView))
    problems.push({ code: 'imprint', detail: null });
  if (nonce !== undefined && !sameNumber(info.nonce?.valueBlock.valueHexView, nonce)) problems.push({ code: 'nonce', detail: null });
  if (policy != null && info.policy !== policy) problems.push({ code: 'policy', detail: info.policy });
  return problems;
}

async function whoSigned(reply: Reply, signer: Cert, sealed: Uint8Array): Promise<Problem[]> {
  const problems: Problem[] = [];
  const signature = await signatureProblem(reply, sealed);
  if (signature !== null) problems.push({ code: 'signature', detail: signature });
  if (!isForTimestamps(signer)) problems.push({ code: 'purpose', detail: null });
  if (!isLinked(reply.signer, signer)) problems.push({ code: 'certificate-link', detail: null });
  if (!isValidAt(signer, reply.info.genTime)) {
    const { notBefore, notAfter } = signer.parsed;
    problems.push({ code: 'validity', detail: `${notBefore.value.toISOString()} to ${notAfter.value.toISOString()}` });
  }
  return problems;
}

/** pkijs compares the message digest among the signed attributes with the TSTInfo, and the signature with these. */
async function signatureProblem({ signed, signer }: Reply, sealed: Uint8Array): Promise<string | null> {
  // RFC 5652, section 5.3: attributes must be signed, or a token could be passed off as another kind of content.
  if (signer.signedAttrs === undefined) return 'its attributes are not signed';
  try {
    const data = Uint8Array.from(sealed).buffer;
    const result = await signed.verify({ signer: 0, data, checkChain: false, extendedMode: true }, engine);
    return result.signatureVerified === true ? null : 'it was made with another key or over other bytes';
  } catch (error) {
    return (error as Error).message.slice(0, 200);
  }
}

function signerOf({ signer: { sid }, certs }: Reply): Cert | null {
  const named = sid as {
    issuer?: Cert['parsed']['issuer'];
    serialNumber?: Cert['parsed']['serialNumber'];
    valueBlock?: { valueHexView?: Uint8Array; value?: { valueBlock: { valueHexView: Uint8Array } }[] };
  };
  if (named.issuer !== undefined && named.serialNumber !== undefined) {
    const { issuer, serialNumber } = named;
    return certs.find(({ parsed }) => parsed.issuer.isEqual(issuer) && parsed.serialNumber.isEqual(serialNumber)) ?? null;
  }
  const keyId = named.valueBlock?.value?.[0]?.valueBlock.valueHexView ?? named.valueBlock?.valueHexView;
  if (keyId === undefined) return null;
  const keyHash = (cert: Cert) =>
    createHash('sha1').update(cert.parsed.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView).digest();
  return certs.find((cert) => keyHash(cert).equals(keyId)) ?? null;
}

function factsOf({ info }: Reply): Omit<TokenFacts, 'signer' | 'trusted'> {
  const { accuracy } = info;
  const micros = accuracy === undefined ? null : (accuracy.seconds ?? 0) * 1e6 + (accuracy.millis ?? 0) * 1e3 + (accuracy.micros ?? 0);
  return {
    time: info.genTime.toISOString(),
    accuracyMs: micros === null ? null : Math.ceil(micros / 1000),
    serial: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex'),
    policy: info.policy,
  };
}

function sameNumber(one: Uint8Array | undefined, other: Uint8Array): boolean {
  const hex = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString('hex')
      .replace(/^(00)+/, '');
  return one !== undefined && hex(one) === hex(other);
}
