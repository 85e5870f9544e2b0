import type { Item } from '#shared/model/items.ts';
import { t, type MessageKey } from '../messages/index.ts';

type Notice = { tone: 'broken' | 'pending'; title: MessageKey; text?: MessageKey };

/** What a reader must know before trusting what is shown. */
export function ItemNotices({ item, canWrite }: { item: Item; canWrite: boolean }) {
  const notices: Notice[] = [...proofNotices(item), ...(canWrite ? [] : [{ tone: 'pending', title: 'reader.read-only' } as const])];
  return notices.map(({ tone, title, text }) => (
    <div className={`reader-warning reader-warning-${tone}`} role={tone === 'broken' ? 'alert' : 'status'} key={title}>
      <strong>{t(title)}</strong>
      {text === undefined ? null : <span>{t(text)}</span>}
    </div>
  ));
}

function proofNotices({ proof, completeness }: Item): Notice[] {
  if (proof === 'altered') return [{ tone: 'broken', title: 'reader.altered.title', text: 'reader.altered.text' }];
  if (proof === 'missing') return [{ tone: 'broken', title: 'reader.missing.title', text: 'reader.missing.text' }];
  return completeness === 'partial' ? [{ tone: 'pending', title: 'reader.partial.title', text: 'reader.partial.text' }] : [];
}
