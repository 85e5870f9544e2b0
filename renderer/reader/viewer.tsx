import { lazy, Suspense } from 'react';
import { assertNever } from '#shared/errors.ts';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ImageViewer } from './image/image-viewer.tsx';
import { OcrReading } from '../ocr/ocr-reading.tsx';
import type { Reading } from './marks/use-reading.ts';
import { MediaViewer } from './media/media-viewer.tsx';
import { NoViewer } from './no-viewer.tsx';
import { PageVideoViewer } from './page-video/page-video-viewer.tsx';
import { ReadingView } from './reading/reading-view.tsx';
import { TextViewer } from './text/text-viewer.tsx';
import type { WordsProps } from './surface/use-surfaces.ts';
import { archiveFile } from './replay/archive-file.ts';
import { ReplayViewer } from './replay/replay-viewer.tsx';
import { fileOf, type View } from './views.ts';
import { ScreenshotViewer } from './web/screenshot-viewer.tsx';
import { SnapshotViewer } from './web/snapshot-viewer.tsx';

// pdf.js is large; it is loaded with the first PDF.
const PdfViewer = lazy(async () => ({ default: (await import('./pdf/pdf-viewer.tsx')).PdfViewer }));

type ViewerProps = {
  item: Item;
  text: CanonicalText | null;
  view: View;
  reading: Reading;
  isMuted: boolean;
  onView: (view: View) => void;
};

export function Viewer(props: ViewerProps) {
  const file = fileOfView(props.item, props.view);
  if (file === null) return <WordsOrNone {...props} />;
  return <FileViewer {...props} file={file} key={file.id} />;
}

/** The file whose bytes a view shows; null for views of the text alone. */
function fileOfView(item: Item, view: View): ItemFile | null {
  if (view === 'reading' || view === 'none') return null;
  if (view === 'replay') return archiveFile(item) ?? null;
  const role = view === 'captured' ? 'snapshot' : view === 'screenshot' || view === 'video' ? view : 'original';
  return fileOf(item, role) ?? null;
}

function Opening() {
  return (
    <p className="reader-opening" role="status">
      {t('reader.opening')}
    </p>
  );
}

function FileViewer({ item, text, view, reading, isMuted, file, onView }: ViewerProps & { file: ItemFile }) {
  const there = useCall('blobs.locate', { sha256: file.sha256 });
  if (there.error !== null)
    return (
      <div className="reader-notice">
        <ErrorNotice error={there.error} onRetry={() => void there.refetch()} />
      </div>
    );
  if (there.data === undefined) return <Opening />;
  const { words, onOpenPassage, onArea, areas, revealArea, canWrite } = reading;
  const marking = { areas, revealArea, canWrite, onArea, onOpenPassage };
  switch (view) {
    case 'captured':
      return text === null ? (
        <NoViewer item={item} />
      ) : (
        <SnapshotViewer file={file} text={text} title={item.title} onRead={() => onView('reading')} {...marking} {...words} />
      );
    case 'screenshot':
      return <ScreenshotViewer item={item} {...marking} />;
    case 'video':
      return <PageVideoViewer item={item} file={file} isMuted={isMuted} />;
    case 'replay':
      return <ReplayViewer item={item} file={file} isVeiled={isMuted} />;
    case 'pdf':
      return (
        <Suspense fallback={<Opening />}>
          <PdfViewer item={item} file={file} text={text} reading={reading} />
        </Suspense>
      );
    case 'media':
      return <MediaViewer item={item} file={file} text={text} reading={reading} isMuted={isMuted} />;
    case 'image':
      return <ImageViewer item={item} read={readOf(text, words)} {...marking} />;
    case 'reading':
    case 'none':
      return null;
    default:
      return assertNever(view);
  }
}

/** Words to lay over a picture: those that were read from it. */
function readOf(text: CanonicalText | null, words: WordsProps): { text: CanonicalText; words: WordsProps } | null {
  return text?.kind === 'ocr' ? { text, words } : null;
}

/** Formats whose columns mean something are shown in even letters. */
const even = /^(application\/(json|xml)|text\/(csv|tab-separated-values|xml|x-.*))/;

function WordsOrNone({ item, text, view, reading, onView }: ViewerProps) {
  if (view !== 'reading' || text === null) return <NoViewer item={item} />;
  const label = t('reader.text.label', { title: item.title });
  if (item.type === 'web') return <ReadingView item={item} text={text} label={label} words={reading.words} onView={onView} />;
  if (text.kind === 'ocr') return <OcrReading item={item} text={text} label={label} words={reading.words} />;
  const typeface = item.type === 'document' && even.test(fileOf(item, 'original')?.mediaType ?? '') ? 'mono' : 'read';
  return <TextViewer label={label} text={text.text} language={item.language} typeface={typeface} {...reading.words} />;
}
