/** Certificates (RFC 5280) as they came: parsed, and the exact bytes. */
import { createHash } from 'node:crypto';
import { BasicConstraints, Certificate, CryptoEngine, ExtKeyUsage, type RelativeDistinguishedNames } from 'pkijs';

export type Cert = { parsed: Certificate; der: Buffer };

export const engine = new CryptoEngine({ name: 'node', crypto: globalThis.crypto });

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g;

export function readCert(der: Uint8Array): Cert {
  const bytes = Uint8Array.from(der);
  return { parsed: Certificate.fromBER(bytes), der: Buffer.from(bytes) };
}

/** All certificates of a PEM text. Throws when one is none; empty when there is none. */
export function readPem(text: string): Cert[] {
  return [...text.matchAll(PEM)].map(([, base64]) => readCert(Buffer.from(base64 ?? '', 'base64')));
}

export function writePem(certs: readonly Cert[]): string {
  return certs
    .map(
      ({ der }) =>
        `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`,
    )
    .join('');
}

export function isSame(one: Cert, other: Cert): boolean {
  return one.der.equals(other.der);
}

export function isSelfIssued({ parsed }: Cert): boolean {
  return parsed.subject.isEqual(parsed.issuer);
}

export function isValidAt({ parsed }: Cert, at: Date): boolean {
  return parsed.notBefore.value <= at && at <= parsed.notAfter.value;
}

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** RFC 3161, section 2.3: extended key usage is critical and names time stamping alone. */
export function isForTimestamps({ parsed }: Cert): boolean {
  const usage = parsed.extensions?.find(({ extnID }) => extnID === '2.5.29.37');
  if (usage?.critical !== true || !(usage.parsedValue instanceof ExtKeyUsage)) return false;
  const { keyPurposes } = usage.parsedValue;
  return keyPurposes.length === 1 && keyPurposes[0] === TIME_STAMPING;
}

/** May it sign certificates (section 4.2.1.3 and 4.2.1.9)? */
export function isAuthorityCert({ parsed }: Cert): boolean {
  const basic = parsed.extensions?.find(({ extnID }) => extnID === '2.5.29.19')?.parsedValue as unknown;
  if (!(basic instanceof BasicConstraints) || !basic.cA) return false;
  const usage = parsed.extensions?.find(({ extnID }) => extnID === '2.5.29.15')?.parsedValue as
    { valueBlock: { valueHexView: Uint8Array } } | undefined;
  // keyCertSign is bit 5.
  return usage === undefined || ((usage.valueBlock.valueHexView[0] ?? 0) & 0x04) !== 0;
}

/** Did the holder of `issuer` sign `cert`? */
export async function isSignedBy(cert: Cert, issuer: Cert): Promise<boolean> {
  if (!cert.parsed.issuer.isEqual(issuer.parsed.subject)) return false;
  try {
    return await cert.parsed.verify(issuer.parsed, engine);
  } catch {
    return false; // An algorithm that is not known proves nothing.
  }
}

export function certSha256({ der }: Cert): string {
  return createHash('sha256').update(der).digest('hex');
}

const SHORT: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
};

/** A distinguished name in words: `CN=..., O=...`. */
export function nameWords({ typesAndValues }: RelativeDistinguishedNames): string {
  const words = typesAndValues.map(
    ({ type, value }) => `${SHORT[type] ?? type}=${String((value.valueBlock as { value?: unknown }).value ?? '')}`,
  );
  return words.reverse().join(', ').slice(0, 500);
}
