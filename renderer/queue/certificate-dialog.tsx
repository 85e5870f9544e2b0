import type { QueueEntry } from '#shared/model/queue.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import type { EntryError } from './entry-words.ts';
import { retry } from './queue-calls.ts';

export type RefusedCertificate = { fingerprint: string; subject: string; issuer: string; validTo: string; problem: string };

/** The certificate an address was refused for, when the error names it exactly enough to be accepted. Pure. */
export function certificateIn(error: EntryError | null): RefusedCertificate | null {
  const fact = (name: string) => String(error?.facts[name] ?? '');
  const fingerprint = fact('fingerprint');
  if (error?.code !== 'url-certificate' || !/^[0-9a-f]{64}$/.test(fingerprint)) return null;
  return { fingerprint, subject: fact('subject'), issuer: fact('issuer'), validTo: fact('validTo'), problem: fact('problem') };
}

/** Asks for consent to exactly this certificate, for exactly this address. */
export function CertificateDialog({
  entry,
  certificate,
  onClose,
}: {
  entry: QueueEntry;
  certificate: RefusedCertificate;
  onClose: () => void;
}) {
  const { fingerprint, subject, issuer, validTo, problem } = certificate;
  const accept = () => {
    void retry({ ids: [entry.id], certificateConsent: fingerprint });
    onClose();
  };
  const facts = [
    { label: t('queue.certificate.address'), value: <span dir="ltr">{entry.url}</span> },
    { label: t('queue.certificate.problem'), value: problem },
    { label: t('queue.certificate.subject'), value: subject },
    { label: t('queue.certificate.issuer'), value: issuer },
    { label: t('queue.certificate.until'), value: validTo },
    { label: t('queue.certificate.fingerprint'), value: <span className="mono">{fingerprint}</span> },
  ];
  return (
    <Dialog
      title={t('queue.certificate.title')}
      role="alertdialog"
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="danger" onPress={accept}>
            {t('queue.certificate.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('queue.certificate.text')}</p>
      <Facts facts={facts.filter(({ value }) => value !== '')} />
    </Dialog>
  );
}
