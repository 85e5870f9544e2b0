import './reader.css';
import './surface/highlights.css';
import { useCallback, useEffect, useState } from 'react';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import { useOpenedForReading } from '../custody/use-opened-for-reading.ts';
import { useSheetCommand } from '../custody/use-sheet-command.ts';
import { t } from '../messages/index.ts';
import { RedactionTools } from '../redaction/redaction-tools.tsx';
import { OcrOffer, OcrTools } from '../ocr/ocr-tools.tsx';
import { PassageCommands } from '../passages/panel/passage-commands.tsx';
import { useCanWrite } from '../shell/case-info.ts';
import { useCall } from '../shell/engine.ts';
import { inspect, useSession, type Focus } from '../shell/session.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { FindBar } from './find/find-bar.tsx';
import { useFind } from './find/use-find.ts';
import { ItemNotices } from './item-notices.tsx';
import { PassageChoice, PassageHint } from './marks/passage-choice.tsx';
import { SelectionPopover } from './marks/selection-popover.tsx';
import { ReadingContext } from './marks/reading-context.ts';
import { usePassageSteps } from './marks/use-passage-steps.ts';
import type { PassagesUnder } from './marks/use-passages-under.ts';
import { useReadingPlace } from './marks/use-reading-place.ts';
import { useReading } from './marks/use-reading.ts';
import { useViewOfPassage } from './marks/use-view-of-passage.ts';
import { ReaderTools } from './reader-tools.tsx';
import { useShownText, type ShownText } from './use-shown-text.ts';
import { Viewer } from './viewer.tsx';
import { GraphicVeil } from './veil/graphic-veil.tsx';
import { setAsked, useVeil } from './veil/use-veil.ts';
import { viewsOf, type View } from './views.ts';

/** One open item: its viewer, what can be done with it, and its marks. `focus` asks for a passage. */
export function Reader({ itemId, focus }: { itemId: string; focus: Focus | null }) {
  const item = useCall('items.get', { id: itemId });
  const text = useShownText(item.data, itemId, focus);
  useOpenedForReading(itemId);
  useSheetCommand(itemId);
  const error = item.error ?? text.error;
  if (error !== null)
    return (
      <div className="reader-notice">
        <ErrorNotice error={error} onRetry={() => void Promise.all([item.refetch(), text.refetch()])} />
      </div>
    );
  // The pages of a PDF do not wait for its words, which may be those of 2,000 pages.
  const isWaiting = text.data === undefined && item.data?.type !== 'pdf';
  if (item.data === undefined || isWaiting)
    return (
      <p className="reader-opening" role="status">
        {t('reader.opening')}
      </p>
    );
  return <OpenItem item={item.data} text={text.data ?? null} shown={text} focus={focus} />;
}

type OpenItemProps = { item: Item; text: CanonicalText | null; shown: ShownText; focus: Focus | null };

function OpenItem({ item, text, shown, focus }: OpenItemProps) {
  const views = viewsOf(item, text);
  const [chosen, setChosen] = useState<View | null>(null);
  const view = chosen !== null && views.includes(chosen) ? chosen : views[0]!;
  const find = useFind(text?.text ?? '');
  const canWrite = useCanWrite();
  const place = useReadingPlace();
  const reading = useReading({ item, text, focus, find, canWrite, place });
  usePassageSteps(item.id, reading.passages, place);
  useViewOfPassage({ item, focus, passages: reading.passages, view, onView: setChosen });
  const { isGraphic, isVeiled } = useVeil(item);
  const setShown = useCallback((isShown: boolean) => setAsked(item.id, isShown), [item.id]);
  useFocusInInspector(item.id, focus, reading.clear);
  const { clear } = reading;
  const show = (next: View) => {
    clear();
    setChosen(next);
  };
  // What is selected without the document's own selection goes when the person turns to something else.
  const press = (event: React.PointerEvent) => {
    if (reading.selected?.rect === null && !(event.target as Element).closest('.selection-acts')) clear();
  };
  const closeFind = () => {
    reading.selectFound();
    find.close();
  };
  return (
    <section className="reader" aria-label={item.title}>
      <h1 className="visually-hidden">{item.title}</h1>
      <PassageCommands itemId={item.id} passages={reading.passages} />
      <ReaderTools
        item={item}
        views={views}
        view={view}
        onView={show}
        passages={reading.passages}
        find={text === null ? null : find}
        veil={isGraphic ? { isShown: !isVeiled, onChange: setShown } : null}
        words={
          <>
            <OcrTools item={item} text={text} texts={shown.texts} onChoose={shown.choose} />
            <RedactionTools item={item} text={text} passages={reading.passages} />
          </>
        }
      />
      <ItemNotices item={item} canWrite={canWrite} />
      <OcrOffer item={item} text={text} />
      {find.isOpen ? <FindBar find={find} onClose={closeFind} /> : null}
      <div className="reader-body" onPointerDownCapture={press}>
        <GraphicVeil isVeiled={isVeiled} onShow={() => setShown(true)}>
          <ReadingContext value={reading}>
            <Viewer item={item} text={text} view={view} reading={reading} isMuted={isVeiled} onView={show} />
          </ReadingContext>
        </GraphicVeil>
        {isVeiled ? null : <UnderPointer under={reading.under} />}
        {reading.selected === null || isVeiled ? null : <SelectionPopover rect={reading.selected.rect} acts={reading.acts} main="claim" />}
      </div>
    </section>
  );
}

function UnderPointer({ under: { choice, hovered, choose } }: { under: PassagesUnder }) {
  if (choice !== null) return <PassageChoice under={choice} onChoose={choose} />;
  return hovered === null ? null : <PassageHint under={hovered} />;
}

/** A passage asked for is shown beside too, unless a claim is being written there. */
function useFocusInInspector(itemId: string, focus: Focus | null, clear: () => void): void {
  useEffect(() => {
    if (focus !== null) clear();
    const { inspector } = useSession.getState();
    if (focus === null || inspector.kind === 'claim-form') return;
    const { passageId } = focus;
    // Who goes through the list stays in it.
    inspect(inspector.kind === 'passages' ? { kind: 'passages', itemId, passageId } : { kind: 'passage', passageId });
  }, [itemId, focus, clear]);
}
