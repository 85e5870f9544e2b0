import { X509Certificate } from 'node:crypto';
import type { Certificate, Session, WebContents } from 'electron';
import type { CaptureResult } from '#shared/model/capture.ts';

/** `problem`: Chromium's verdict without `net::`, null when it vouches for the certificate. */
export type Verdict = {
  problem: string | null;
  consented: boolean;
  fingerprint: string;
  subject: string;
  issuer: string;
  validTo: string;
};

/**
 * Records how Chromium judged the certificate of every host, and lets one pass that the person accepted by its
 * fingerprint. Everything else stays as Chromium has it.
 */
export class CertificateTrust {
  private readonly verdicts = new Map<string, Verdict>();
  private readonly chains = new Map<string, string[]>();
  private readonly session: Session;
  private readonly consents = new Set<string>();

  constructor(session: Session, consent: string | null) {
    this.session = session;
    if (consent !== null) this.consents.add(consent);
    this.judgeAll();
  }

  /** Lets one more pass. */
  async accept(fingerprint: string): Promise<void> {
    this.consents.add(fingerprint);
    await this.session.closeAllConnections();
  }

  /** Chromium judges a host once in a while and remembers; in a session that has met it before, it asks here instead. */
  follow(contents: WebContents): void {
    contents.on('certificate-error', (event, url, error, certificate, answer) => {
      const verdict = judge(certificate, error, this.consents);
      this.verdicts.set(hostOf(url), verdict);
      this.chains.set(hostOf(url), chainOf(certificate));
      if (!verdict.consented) return;
      event.preventDefault();
      answer(true);
    });
  }

  private judgeAll(): void {
    this.session.setCertificateVerifyProc((request, answer) => {
      const verdict = judge(request.certificate, request.verificationResult, this.consents);
      this.verdicts.set(request.hostname, verdict);
      this.chains.set(request.hostname, chainOf(request.certificate));
      // -3: as Chromium decided; 0: accepted.
      answer(verdict.consented ? 0 : -3);
    });
  }

  verdictOf(url: string): Verdict | null {
    return this.verdicts.get(hostOf(url)) ?? null;
  }

  /** The chain as the server sent it, in PEM, leaf first. */
  chainOf(url: string): string[] {
    return this.chains.get(hostOf(url)) ?? [];
  }

  of(url: string): CaptureResult['trust'] {
    const verdict = this.verdictOf(url);
    return verdict && { problem: verdict.problem, consented: verdict.consented };
  }
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^\[|\]$/g, '') ?? '';
}

/** A root names itself as its issuer; a chain that ends early names none, whatever the types say. */
function chainOf(leaf: Certificate): string[] {
  const chain = new Map<string, string>();
  const add = (certificate: Certificate | undefined): void => {
    if (certificate === undefined || chain.has(certificate.fingerprint)) return;
    chain.set(certificate.fingerprint, certificate.data);
    add(certificate.issuerCert);
  };
  add(leaf);
  return [...chain.values()];
}

function judge(certificate: Certificate, result: string, consents: ReadonlySet<string>): Verdict {
  const x509 = new X509Certificate(certificate.data);
  const fingerprint = x509.fingerprint256.replaceAll(':', '').toLowerCase();
  const problem = result === 'net::OK' || result === 'OK' ? null : result.replace(/^net::/, '');
  return {
    problem,
    consented: problem !== null && consents.has(fingerprint),
    fingerprint,
    subject: x509.subject.replaceAll('\n', ', '),
    issuer: x509.issuer.replaceAll('\n', ', '),
    validTo: new Date(x509.validTo).toISOString(),
  };
}
