import { createHash } from 'node:crypto';
import type { SignerInfo } from 'pkijs';
import type { Cert } from './certificates.ts';

type Block = {
  idBlock: { tagClass: number; tagNumber: number };
  valueBlock: { value?: Block[]; valueHexView?: Uint8Array; toString(): string };
};

const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const DIGESTS: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * Do the signed attributes name this very certificate? ESSCertID holds its SHA-1 (RFC 2634, section 5.4.1), ESSCertIDv2
 * a hash of its own choice, SHA-256 unless it says otherwise (RFC 5035, section 4). The first one counts.
 */
export function isLinked({ signedAttrs }: SignerInfo, cert: Cert): boolean {
  const links = (signedAttrs?.attributes ?? []).flatMap(({ type, values }) => {
    if (type !== SIGNING_CERTIFICATE && type !== SIGNING_CERTIFICATE_V2) return [];
    const [signing] = values as unknown as Block[];
    const certId = signing?.valueBlock.value?.[0]?.valueBlock.value?.[0]?.valueBlock.value;
    return [readLink(type === SIGNING_CERTIFICATE ? 'sha1' : 'sha256', Array.isArray(certId) ? certId : [])];
  });
  return links.length > 0 && links.every((link) => link !== null && createHash(link.algorithm).update(cert.der).digest().equals(link.hash));
}

function readLink(preset: string, parts: Block[]): { algorithm: string; hash: Uint8Array } | null {
  const hash = parts.find(({ idBlock }) => idBlock.tagClass === 1 && idBlock.tagNumber === 4)?.valueBlock.valueHexView;
  const [first] = parts;
  const named = first?.idBlock.tagNumber === 16 ? first.valueBlock.value?.[0]?.valueBlock.toString() : undefined;
  const algorithm = named === undefined ? preset : DIGESTS[named];
  return hash === undefined || algorithm === undefined ? null : { algorithm, hash };
}
