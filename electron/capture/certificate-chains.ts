import { X509Certificate } from 'node:crypto';
import type { WebContents } from 'electron';
import type { CaptureResult } from '#shared/model/capture.ts';
import type { CertificateTrust } from './certificate-trust.ts';
import type { DevTools } from './devtools.ts';

/**
 * The chain each page came with: as it was judged, or, when the judgement was made before, as the browser tells it. The
 * browser is asked as soon as a page is there: it forgets once parts of the page were given to it from disk.
 */
export class CertificateChains {
  private readonly told = new Map<string, Promise<string[]>>();
  private readonly trust: CertificateTrust;

  constructor(contents: WebContents, tools: DevTools, trust: CertificateTrust) {
    this.trust = trust;
    contents.on('did-navigate', (_event, url) => {
      const { origin, protocol } = new URL(url);
      if (protocol !== 'https:') return;
      const asked = tools.send<{ tableNames: string[] }>('Network.getCertificate', { origin });
      this.told.set(
        origin,
        asked.then(
          ({ tableNames }) => tableNames,
          () => [],
        ),
      );
    });
  }

  /** Leaf first; empty without TLS. */
  async of(url: string): Promise<string[]> {
    const { origin, protocol } = new URL(url);
    if (protocol !== 'https:') return [];
    const judged = this.trust.chainOf(url);
    if (judged.length > 0) return judged;
    const told = await this.told.get(origin);
    return told ?? [];
  }
}

/** A TLS chain (PEM, or DER in base64 as DevTools gives it; leaf first) in the form people and openssl read. */
export function readCertificates(table: readonly string[]): CaptureResult['certificates'] {
  return table.map((text) => {
    const certificate = new X509Certificate(text.startsWith('-----') ? text : Buffer.from(text, 'base64'));
    return {
      pem: certificate.toString(),
      subject: certificate.subject,
      issuer: certificate.issuer,
      validFrom: new Date(certificate.validFrom).toISOString(),
      validTo: new Date(certificate.validTo).toISOString(),
    };
  });
}
