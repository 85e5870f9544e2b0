import './read-annotations-dialog.css';
import { useState } from 'react';
import type { AnnotationFate, AnnotationsRead } from '#shared/model/annotations.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { notify, notifyError } from '../ui/toast.tsx';

type Chosen = { path: string; read: AnnotationsRead };

/** Reads a file of W3C Web Annotations: first only told what would become of each, then made when the person says so. */
export function ReadAnnotationsDialog({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const during = (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    void work()
      .catch(setError)
      .finally(() => setBusy(false));
  };
  const choose = () =>
    during(async () => {
      const { path } = await call('dialogs.chooseAnnotations', {});
      if (path !== null) setChosen({ path, read: await call('annotations.import', { path, trial: true }) });
    });
  const make = ({ path }: Chosen) =>
    during(async () => {
      const read = await call('annotations.import', { path });
      notify({ tone: 'good', title: t('annotations.made', { count: read.counts.made }) });
      if (read.counts.refused === 0) onClose();
      else setChosen({ path, read });
    });
  const canMake = chosen !== null && chosen.read.isTrial && chosen.read.counts.made > 0;
  return (
    <Dialog
      title={t('annotations.read')}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          <Button variant={canMake ? 'plain' : 'go'} isDisabled={isBusy} onPress={choose}>
            {t(chosen === null ? 'annotations.choose' : 'annotations.choose-other')}
          </Button>
          {canMake ? (
            <Button variant="go" isDisabled={isBusy} onPress={() => make(chosen)}>
              {t('annotations.make', { count: chosen.read.counts.made })}
            </Button>
          ) : null}
        </>
      }
    >
      <p className="muted">{t('annotations.read.text')}</p>
      {error === null ? null : <ErrorNotice error={error} />}
      {chosen === null ? null : <Fates read={chosen.read} onClose={onClose} />}
    </Dialog>
  );
}

/** As many as a person looks through; the counts tell of all. */
const SHOWN = 500;

function Fates({ read, onClose }: { read: AnnotationsRead; onClose: () => void }) {
  const { counts, fates, isTrial } = read;
  return (
    <>
      <p role="status" className="annotation-counts">
        <strong>{t(isTrial ? 'annotations.would' : 'annotations.did', { count: counts.made })}</strong>
        <span>{t('annotations.already', { count: counts.already })}</span>
        <span>{t('annotations.refused', { count: counts.refused })}</span>
      </p>
      <ul className="annotation-fates" aria-label={t('annotations.fates')}>
        {fates.slice(0, SHOWN).map((fate) => (
          <Fate key={fate.number} fate={fate} onClose={onClose} isTrial={isTrial} />
        ))}
      </ul>
      {fates.length > SHOWN ? <p className="faint">{t('annotations.more', { count: fates.length - SHOWN })}</p> : null}
    </>
  );
}

function Fate({ fate, isTrial, onClose }: { fate: AnnotationFate; isTrial: boolean; onClose: () => void }) {
  const shown = fate.quote === '' ? (fate.annotationId ?? t('annotations.number', { number: fate.number })) : fate.quote;
  return (
    <li className="annotation-fate" data-fate={fate.fate}>
      <span className="annotation-fate-words truncate" dir="auto" title={shown}>
        {shown}
      </span>
      <span className="muted">{wordsOf(fate)}</span>
      {fate.fate === 'made' && !isTrial ? (
        <Button
          size="s"
          variant="quiet"
          onPress={() => {
            onClose();
            openItem(fate.itemId, { passageId: fate.passageId });
          }}
        >
          {t('passage.show')}
        </Button>
      ) : null}
      {fate.fate === 'refused' && fate.found !== null ? (
        <span className="annotation-fate-found faint" dir="auto">
          {t('annotations.found', { words: fate.found })}
        </span>
      ) : null}
    </li>
  );
}

function wordsOf(fate: AnnotationFate): string {
  if (fate.fate === 'refused') return t(`annotations.reason.${fate.reason}`);
  if (fate.fate === 'already') return t('annotations.here');
  return t(fate.state === 'moved' ? 'annotations.moved' : 'annotations.exact');
}

/** Asks where to, and writes the passages of the case there. */
export async function writeAnnotations(name: string): Promise<void> {
  try {
    const { path } = await call('dialogs.saveAnnotations', { name });
    if (path === null) return;
    const { count } = await call('annotations.export', { out: path });
    notify({ tone: 'good', title: t('annotations.written', { count }), text: path });
  } catch (error) {
    notifyError(error);
  }
}
