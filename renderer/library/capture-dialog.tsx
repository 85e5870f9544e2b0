import { useEffect, useRef, useState, type FormEvent } from 'react';
import { toErrorData } from '#shared/errors.ts';
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
  const { jobId, error, run } = useCapture(onClose);
  const pasted = usePastedList();
  const isRunning = jobId !== null;
  const address = withScheme(url.trim());
  const start = () => {
    if (address !== null && !isRunning) void run(address);
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
      <p className="muted">{t('capture.text')}</p>
      {isRunning ? <CaptureProgress jobId={jobId} /> : null}
      {error === null ? null : <ErrorNotice error={error} onRetry={start} />}
    </Dialog>
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
  const run = async (url: string) => {
    const id = `capture-${crypto.randomUUID()}`;
    setJobId(id);
    setError(null);
    try {
      const { itemId } = await call('capture.run', { url, jobId: id });
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
