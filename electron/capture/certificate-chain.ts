import { X509Certificate } from 'node:crypto';
import type { CaptureResult } from '#shared/model/capture.ts';

/** A TLS chain as DevTools gives it (DER in base64, leaf first) in the form people and openssl read. */
export function readCertificates(table: readonly string[]): CaptureResult['certificates'] {
  return table.map((der) => {
    const certificate = new X509Certificate(Buffer.from(der, 'base64'));
    return {
      pem: certificate.toString(),
      subject: certificate.subject,
      issuer: certificate.issuer,
      validFrom: new Date(certificate.validFrom).toISOString(),
      validTo: new Date(certificate.validTo).toISOString(),
    };
  });
}
