import type { ActCheck, CustodyAct } from '#shared/model/custody.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { goTo } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';
import { utcWords } from '../ui/times.tsx';
import { localTime, opening, subjectWords } from './act-words.ts';
import { actionWords } from './action-words.ts';

/** One entry whole, with what its hash is computed over, checked while it is looked at. */
export function JournalEntryDialog({ entry, onClose }: { entry: CustodyAct; onClose: () => void }) {
  const check = useCall('custody.check', { seq: entry.seq });
  const open = opening(entry);
  const { about } = entry;
  return (
    <Dialog
      title={t('journal.entry', { seq: entry.seq })}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          {about?.itemId == null ? null : (
            <Button onPress={() => leave(onClose, () => goTo({ name: 'custody', itemId: about.itemId as string }))}>
              {t('custody.showItem')}
            </Button>
          )}
          {open === null ? null : <Button onPress={() => leave(onClose, open)}>{t('custody.open')}</Button>}
          <Button variant="go" onPress={onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      <Facts
        facts={[
          { label: t('journal.action'), value: `${actionWords(entry.action)} (${entry.action})` },
          { label: t('journal.subject'), value: subjectWords(entry) },
          { label: t('journal.at'), value: <span className="mono">{entry.at}</span> },
          { label: t('custody.local'), value: <span className="mono">{localTime(entry.at, entry.utcOffsetMinutes)}</span> },
          { label: t('journal.actor'), value: entry.actor },
          { label: t('custody.entry.id'), value: <span className="mono">{entry.subject}</span> },
          { label: t('journal.entry.prev'), value: <span className="mono">{entry.prevHash}</span> },
          { label: t('journal.hash'), value: <span className="mono">{entry.hash}</span> },
          { label: t('custody.entry.salt'), value: entry.salt === null ? null : <span className="mono">{entry.salt}</span> },
          { label: t('custody.entry.key'), value: entry.keyId === null ? null : <span className="mono">{entry.keyId}</span> },
          { label: t('custody.entry.signature'), value: entry.signature === null ? null : <span className="mono">{entry.signature}</span> },
        ]}
      />
      {check.error === null ? null : <ErrorNotice error={check.error} />}
      {check.data === undefined ? null : <Checked check={check.data} />}
      <section>
        <h3>{t('journal.entry.payload')}</h3>
        <pre className="payload mono selectable" dir="ltr">
          {JSON.stringify(entry.payload, null, 2)}
        </pre>
      </section>
    </Dialog>
  );
}

function leave(onClose: () => void, go: () => void): void {
  onClose();
  go();
}

function Checked({ check: { hash, hashHolds, signatureHolds, seal } }: { check: ActCheck }) {
  const holds = hashHolds && signatureHolds !== false;
  const signature = signatureHolds === null ? 'none' : signatureHolds ? 'holds' : 'holdsNot';
  return (
    <div className={holds ? 'verdict verdict-good' : 'verdict verdict-bad'}>
      <p>
        {t(hashHolds ? 'custody.entry.holds' : 'custody.entry.holdsNot')} {t(`custody.entry.signature.${signature}`)}
      </p>
      <Facts
        facts={[
          { label: t('custody.entry.recomputed'), value: <span className="mono">{hash}</span> },
          {
            label: t('custody.entry.seal'),
            value: seal === null ? t('custody.unsealed') : t('custody.entry.seal.value', { at: utcWords(seal.at), count: seal.treeSize }),
          },
        ]}
      />
    </div>
  );
}
