/** A TimeStampReq (RFC 3161, section 2.4.1). It carries a hash, a random number and what kind of answer is wanted; nothing else. */
import { createHash, randomBytes } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

export const SHA_256 = '2.16.840.1.101.3.4.2.1';

export type TimestampQuery = { bytes: Buffer; nonce: Buffer };

/** @param sealed the bytes that are stamped; only their SHA-256 goes into the request */
export function makeRequest(sealed: Uint8Array, policy: string | null): TimestampQuery {
  const nonce = randomBytes(16);
  // Positive and of full length, so that it is encoded in as many bytes everywhere.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: createHash('sha256').update(sealed).digest() }),
    }),
    nonce: new Integer({ valueHex: Uint8Array.from(nonce) }),
    certReq: true,
    ...(policy === null ? {} : { reqPolicy: policy }),
  });
  return { bytes: Buffer.from(request.toSchema().toBER()), nonce };
}
