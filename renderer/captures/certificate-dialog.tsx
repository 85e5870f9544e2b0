import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';

export type RefusedCertificate = { fingerprint: string; subject: string; issuer: string; validTo: string; problem: string };

/** The certificate an address was refused for, when the error names it exactly enough to be accepted. Pure. */
export function certificateIn(error: { code: string; facts: Record<string, unknown> } | null): RefusedCertificate | null {
  const fact = (name: string) => String(error?.facts[name] ?? '');
  const fingerprint = fact('fingerprint');
  if (error?.code !== 'url-certificate' || !/^[0-9a-f]{64}$/.test(fingerprint)) return null;
  return { fingerprint, subject: fact('subject'), issuer: fact('issuer'), validTo: fact('validTo'), problem: fact('problem') };
}

/** Asks for consent to exactly this certificate, for exactly this address. */
export function CertificateDialog({
  address,
  certificate,
  onAccept,
  onClose,
}: {
  address: string;
  certificate: RefusedCertificate;
  /** Gets the fingerprint of the certificate, SHA-256 in hex. */
  onAccept: (fingerprint: string) => void;
  onClose: () => void;
}) {
  const { fingerprint, subject, issuer, validTo, problem } = certificate;
  const accept = () => {
    onAccept(fingerprint);
    onClose();
  };
  const facts = [
    { label: t('certificate.address'), value: <span dir="ltr">{address}</span> },
    { label: t('certificate.problem'), value: problem },
    { label: t('certificate.subject'), value: subject },
    { label: t('certificate.issuer'), value: issuer },
    { label: t('certificate.until'), value: validTo },
    { label: t('certificate.fingerprint'), value: <span className="mono">{fingerprint}</span> },
  ];
  return (
    <Dialog
      title={t('certificate.title')}
      role="alertdialog"
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="danger" onPress={accept}>
            {t('certificate.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('certificate.text')}</p>
      <Facts facts={facts.filter(({ value }) => value !== '')} />
    </Dialog>
  );
}
