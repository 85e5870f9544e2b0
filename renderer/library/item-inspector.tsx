import './item-inspector.css';
import { ScrollText, X } from 'lucide-react';
import { useState } from 'react';
import { gapWords } from '#shared/import-words.ts';
import type { Item } from '#shared/model/items.ts';
import { CaptureReportSection } from '../captures/capture-report-section.tsx';
import { showSheet } from '../custody/sheet-item.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCall } from '../shell/engine.ts';
import { closeInspector, goTo, openItem, useSession } from '../shell/session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';
import { UtcTime } from '../ui/times.tsx';
import { ItemVersions } from '../versions/item-versions.tsx';
import { ItemAttachments } from './item-attachments.tsx';
import { ItemFiles } from './item-files.tsx';
import { ItemGiven } from './item-given.tsx';
import { ProofChip } from './proof-chip.tsx';
import { C2paSection } from './c2pa-section.tsx';
import { readFacts } from './read-facts.ts';
import { RemoveItem } from './remove-item.tsx';

/** Facts and proof of one item, and what a person says of it. */
export function ItemInspector({ itemId }: { itemId: string }) {
  const item = useCall('items.get', { id: itemId });
  return (
    <div className="inspector">
      {item.error === null ? null : <ErrorNotice error={item.error} />}
      {item.data === undefined ? null : <ItemDetails item={item.data} />}
    </div>
  );
}

function textWords({ textLength, files }: Item): string {
  if (textLength !== null) return t('item.text.length', { count: textLength });
  return t(files.some(({ role }) => role === 'ocr') ? 'ocr.item' : 'item.text.none');
}

function ItemDetails({ item }: { item: Item }) {
  const isInReader = useSession(({ place }) => place.name === 'reader');
  const canWrite = useCanWrite();
  const [isRemoving, setRemoving] = useState(false);
  return (
    <>
      <header className="inspector-head">
        <h2 dir="auto" className="selectable">
          {item.title === '' ? t('library.untitled') : item.title}
        </h2>
        <IconButton label={t('ui.close')} icon={X} keys="$mod+." onPress={closeInspector} />
      </header>
      <div className="inspector-chips">
        <ProofChip state={item.proof} />
        {isInReader ? null : (
          <Button size="s" variant="go" onPress={() => openItem(item.id)} keys="Enter">
            {t('item.open')}
          </Button>
        )}
      </div>
      <div className="inspector-chips">
        <Button size="s" icon={ScrollText} onPress={() => goTo({ name: 'custody', itemId: item.id })}>
          {t('custody.item')}
        </Button>
        <Button size="s" onPress={() => showSheet(item.id)}>
          {t('custody.sheet.go')}
        </Button>
      </div>
      <ItemGaps gaps={item.gaps} />
      {item.files.some(({ role }) => role === 'report') ? <CaptureReportSection itemId={item.id} /> : null}
      <ItemFacts item={item} />
      <ItemVersions item={item} />
      <ItemFiles files={item.files} />
      <ItemAttachments item={item} />
      <section>
        <h3>{t('item.given')}</h3>
        <p className="inspector-hint">{t('item.given.text')}</p>
        <ItemGiven item={item} />
      </section>
      <ReadFacts item={item} />
      <C2paSection item={item} />
      {canWrite ? (
        <div>
          <Button variant="quiet" size="s" onPress={() => setRemoving(true)}>
            {t('item.remove')}
          </Button>
        </div>
      ) : null}
      {isRemoving ? <RemoveItem item={item} onClose={() => setRemoving(false)} /> : null}
    </>
  );
}

function ItemFacts({ item }: { item: Item }) {
  return (
    <Facts
      facts={[
        { label: t('item.type'), value: t(`library.type.${item.type}`) },
        { label: t('item.source'), value: item.source },
        { label: t('item.address'), value: item.sourceUrl === null ? null : <span dir="ltr">{item.sourceUrl}</span> },
        { label: t('item.method'), value: t(`item.method.${item.method}`) },
        { label: t('item.taken'), value: <UtcTime at={item.capturedAt} /> },
        { label: t('item.archived'), value: archived(item) },
        { label: t('item.name'), value: item.originalName },
        { label: t('item.language'), value: item.language },
        {
          label: t('item.text'),
          value: textWords(item),
        },
        { label: t('item.marked'), value: t('item.marked.value', { passages: item.passages, claims: item.claims }) },
      ]}
    />
  );
}

/** When an imported archive says that it took the page: its word, not ours. */
function archived({ facts }: Item) {
  const archive = facts['archive'];
  const date = typeof archive === 'object' && archive !== null && !Array.isArray(archive) ? archive['archiveDate'] : null;
  if (typeof date !== 'string') return null;
  return Number.isNaN(Date.parse(date)) ? date : <UtcTime at={date} />;
}

function ReadFacts({ item }: { item: Item }) {
  const { c2pa: _own, ...read } = item.facts;
  const facts = readFacts(read);
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>{t('item.facts.read')}</h3>
      <Facts facts={facts} />
    </section>
  );
}

function ItemGaps({ gaps }: { gaps: Item['gaps'] }) {
  if (gaps.length === 0) return null;
  return (
    <section className="inspector-gaps">
      <h3>{t('item.gaps')}</h3>
      <ul>
        {gaps.map((gap, index) => (
          <li key={index}>{gapWords(gap)}</li>
        ))}
      </ul>
    </section>
  );
}
