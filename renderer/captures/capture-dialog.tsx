import { useEffect, useRef, useState, type ComponentProps, type FormEvent } from 'react';
import { toErrorData } from '#shared/errors.ts';
import type { CaptureOptions } from '#shared/model/capture.ts';
import { CaptureOptionsFields, usualOptions } from './capture-options.tsx';
import { CertificateDialog, certificateIn } from './certificate-dialog.tsx';
import { t } from '../messages/index.ts';
import { PastedListOffer, usePastedList } from '../queue/pasted-list.tsx';
import { call } from '../shell/engine.ts';
import { jobFraction, useJob } from '../shell/jobs.ts';
import { openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify, notifyError } from '../ui/toast.tsx';

/** Asks for an address and captures it. Closing the dialog does not stop the work; Cancel does. */
export function CaptureDialog({ onClose }: { onClose: () => void }) {
  const [url, setUrl] = useState('');
  const [options, setOptions] = useState(usualOptions);
  const { jobId, error, run } = useCapture(onClose);
  const certificate = error === null ? null : certificateIn(toErrorData(error));
  const pasted = usePastedList();
  const isRunning = jobId !== null;
  const address = withScheme(url.trim());
  const start = () => {
    if (address !== null && !isRunning) void run(address, options);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start();
  };
  return (
    <Dialog
      title={t('capture.title')}
      isOpen
      onClose={onClose}
      actions={
        isRunning ? (
          <Button onPress={() => void call('jobs.cancel', { jobId })}>{t('ui.cancel')}</Button>
        ) : (
          <Button variant="go" isDisabled={address === null} onPress={start}>
            {t('capture.start')}
          </Button>
        )
      }
    >
      <form onSubmit={submit}>
        <TextField
          label={t('capture.url')}
          dir="ltr"
          type="url"
          placeholder="https://"
          value={url}
          onChange={setUrl}
          onPaste={pasted.onPaste}
          isDisabled={isRunning}
          autoFocus
          error={url.trim() !== '' && address === null ? t('capture.scheme') : undefined}
        />
      </form>
      <PastedListOffer list={pasted.list} />
      <CaptureOptionsFields options={options} onChange={setOptions} isDisabled={isRunning} />
      <p className="muted">{t('capture.text')}</p>
      {isRunning ? <CaptureProgress jobId={jobId} /> : null}
      {error === null ? null : <ErrorNotice error={error} onRetry={start} />}
      {certificate === null || address === null ? null : (
        <CertificateOffer
          address={address}
          certificate={certificate}
          onAccept={(certificateConsent) => void run(address, { ...options, certificateConsent })}
        />
      )}
    </Dialog>
  );
}

/** A certificate that did not verify may be looked at, and accepted for this address. */
function CertificateOffer(offer: Omit<ComponentProps<typeof CertificateDialog>, 'onClose'>) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('certificate')}</Button>
      {isAsking ? <CertificateDialog {...offer} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** One capture. Its end is told wherever the person is by then: here while the dialog is open, else in passing. */
function useCapture(onKept: () => void) {
  const [jobId, setJobId] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => void (isOpen.current = false);
  }, []);
  const run = async (url: string, options: CaptureOptions) => {
    const id = `capture-${crypto.randomUUID()}`;
    setJobId(id);
    setError(null);
    try {
      const { itemId } = await call('capture.run', { url, options, jobId: id });
      notify({ tone: 'good', title: t('capture.done'), action: { label: t('capture.open'), run: () => openItem(itemId) } });
      if (isOpen.current) onKept();
    } catch (problem) {
      if (toErrorData(problem).code === 'cancelled') return;
      if (isOpen.current) setError(problem);
      else notifyError(problem);
    } finally {
      setJobId(null);
    }
  };
  return { jobId, error, run };
}

function CaptureProgress({ jobId }: { jobId: string | null }) {
  const job = useJob(jobId);
  return (
    <div role="status">
      <p>{t('capture.running')}</p>
      <Progress label={t('capture.running')} fraction={job === null ? null : jobFraction(job)} />
    </div>
  );
}

/** An address as Chromium takes it; `example.org/page` gets https. Null when it cannot be one. */
export function withScheme(typed: string): string | null {
  if (typed === '' || /\s/.test(typed)) return null;
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!/^https?:/i.test(full) || !URL.canParse(full)) return null;
  return new URL(full).href;
}
