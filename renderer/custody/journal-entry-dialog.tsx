import type { JournalEntry } from '#shared/model/journal.ts';
import { t } from '../messages/index.ts';
import { actionWords } from './action-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';

/** One entry whole, with what its hash is computed over. */
export function JournalEntryDialog({ entry, onClose }: { entry: JournalEntry; onClose: () => void }) {
  return (
    <Dialog title={t('journal.entry', { seq: entry.seq })} isOpen onClose={onClose} wide>
      <Facts
        facts={[
          { label: t('journal.action'), value: `${actionWords(entry.action)} (${entry.action})` },
          { label: t('journal.at'), value: <span className="mono">{entry.at}</span> },
          { label: t('journal.actor'), value: entry.actor },
          { label: t('journal.subject'), value: <span className="mono">{entry.subject}</span> },
          { label: t('journal.entry.prev'), value: <span className="mono">{entry.prevHash}</span> },
          { label: t('journal.hash'), value: <span className="mono">{entry.hash}</span> },
        ]}
      />
      <section>
        <h3>{t('journal.entry.payload')}</h3>
        <pre className="payload mono selectable" dir="ltr">
          {JSON.stringify(entry.payload, null, 2)}
        </pre>
      </section>
    </Dialog>
  );
}
