import { Copy, FileSymlink, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { errorWords } from '#shared/error-words.ts';
import type { QueueEntry } from '#shared/model/queue.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { openItem } from '../shell/session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { shortDigest } from '../ui/digest.tsx';
import { utcWords } from '../ui/times.tsx';
import { notify } from '../ui/toast.tsx';
import { CertificateDialog, certificateIn } from '../captures/certificate-dialog.tsx';
import { AddressWords } from './address.tsx';
import { asErrorData, shortError } from './entry-words.ts';
import { cancel, retry } from './queue-calls.ts';

/** One entry whole: its address, what went wrong and what to do, and what can be done from here. */
export function EntryDetails({ entry, onClose }: { entry: QueueEntry; onClose: () => void }) {
  const { url, error, options, addedAt, addedBy } = entry;
  const copy = () => void navigator.clipboard.writeText(url).then(() => notify({ tone: 'good', title: t('queue.copied') }));
  return (
    <section className="queue-details" aria-label={t('queue.details')}>
      <div className="queue-details-head">
        <p className="queue-details-url selectable">
          <AddressWords url={url} />
        </p>
        <IconButton label={t('queue.copy')} icon={Copy} onPress={copy} />
        <IconButton label={t('ui.close')} icon={X} onPress={onClose} />
      </div>
      {error === null ? null : (
        <p className="selectable" dir="auto">
          <strong className={entry.state === 'failed' ? 'queue-wrong' : ''}>{shortError(error)}.</strong>{' '}
          {errorWords(asErrorData(error)).remedy}
        </p>
      )}
      <p className="faint">
        {[
          t('queue.details.added', { at: utcWords(addedAt), by: addedBy }),
          t('queue.details.limit', { seconds: options.timeLimitMs / 1000 }),
          options.certificateConsent === null ? '' : t('queue.details.consent', { fingerprint: shortDigest(options.certificateConsent) }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <DetailActs entry={entry} />
    </section>
  );
}

/** Seconds a page is given that did not finish in the usual time. */
const longer = 180;

function DetailActs({ entry }: { entry: QueueEntry }) {
  const [asking, setAsking] = useState(false);
  const canWrite = useCanWrite();
  const { id, itemId, state, error, options } = entry;
  const certificate = certificateIn(error);
  if (itemId !== null) {
    return (
      <div className="queue-details-acts">
        <Button size="s" icon={FileSymlink} onPress={() => openItem(itemId)}>
          {t('queue.open')}
        </Button>
      </div>
    );
  }
  if (!canWrite) return null;
  return (
    <div className="queue-details-acts">
      {state === 'waiting' ? (
        <Button size="s" icon={X} onPress={() => void cancel({ ids: [id] })}>
          {t('queue.cancel')}
        </Button>
      ) : (
        <Button size="s" icon={RotateCcw} onPress={() => void retry({ ids: [id] })}>
          {t('queue.retry')}
        </Button>
      )}
      {error?.code === 'url-timeout' && state === 'failed' && options.timeLimitMs < longer * 1000 ? (
        <Button size="s" onPress={() => void retry({ ids: [id], timeLimitMs: longer * 1000 })}>
          {t('queue.longer', { seconds: longer })}
        </Button>
      ) : null}
      {certificate !== null && state === 'failed' ? (
        <Button size="s" onPress={() => setAsking(true)}>
          {t('certificate')}
        </Button>
      ) : null}
      {asking && certificate !== null ? (
        <CertificateDialog
          address={entry.url}
          certificate={certificate}
          onAccept={(certificateConsent) => void retry({ ids: [entry.id], certificateConsent })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
