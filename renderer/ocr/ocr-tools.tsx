import { ScanText } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CanonicalText, Item, TextHead } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands } from '../shell/commands.ts';
import { useCall } from '../shell/engine.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { utcWords } from '../ui/times.tsx';
import { languageName, languagesOf } from './language-names.ts';
import { OcrDialog } from './ocr-dialog.tsx';
import { RemoveReading } from './remove-reading.tsx';
import { TextKindNote } from '../passages/text-kind-note.tsx';
import { useOcr } from './use-ocr.ts';

type OcrToolsProps = { item: Item; text: CanonicalText | null; texts: readonly TextHead[]; onChoose: (fileId: string) => void };

/** In the reader's tools: reading the words of a scan or picture, and which of its texts is in use. */
export function OcrTools({ item, text, texts, onChoose }: OcrToolsProps) {
  const [isOpen, setOpen] = useState(false);
  const ocr = useOcr(onChoose);
  const canWrite = useCanWrite();
  const can = canWrite && isReadable(item);
  const map = useCall('items.text', { id: item.id }, { enabled: isOpen }).data?.map ?? null;
  useCommands(
    useMemo(
      () =>
        can
          ? [
              {
                id: 'reader.ocr',
                title: 'ocr.do.long' as const,
                group: 'reader.group' as const,
                keys: '$mod+Shift+o',
                run: () => setOpen(true),
              },
            ]
          : [],
      [can],
    ),
  );
  return (
    <>
      {can ? <IconButton label={t('ocr.do')} icon={ScanText} keys="$mod+Shift+o" onPress={() => setOpen(true)} /> : null}
      {texts.length < 2 ? null : (
        <Select
          aria-label={t('ocr.texts')}
          options={texts.map((head) => ({ id: head.fileId, label: nameOf(head) }))}
          value={text?.fileId ?? null}
          onChange={onChoose}
        />
      )}
      {text === null ? null : <TextKindNote textKind={text.kind} isShort textConfidence={meanOf(text)} />}
      {canWrite && text?.kind === 'ocr' ? <RemoveReading fileId={text.fileId} /> : null}
      {isOpen ? <OcrDialog item={item} map={map} ocr={ocr} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Offers OCR over a scan nobody has read yet. */
export function OcrOffer({ item, text }: { item: Item; text: CanonicalText | null }) {
  const canWrite = useCanWrite();
  const [isOpen, setOpen] = useState(false);
  const ocr = useOcr(() => undefined);
  if (!canWrite || item.type !== 'pdf' || (text !== null && text.length > 0)) return null;
  return (
    <div className="reader-warning reader-warning-pending ocr-offer" role="status">
      <strong>{t('ocr.none.title')}</strong>
      <span>{t('ocr.none.text')}</span>
      <Button size="s" onPress={() => setOpen(true)}>
        {t('ocr.do')}
      </Button>
      {isOpen ? <OcrDialog item={item} map={null} ocr={ocr} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function isReadable({ type, files }: Item): boolean {
  const mediaType = files.find(({ role }) => role === 'original')?.mediaType ?? '';
  return type === 'pdf' || (type === 'image' && /^image\/(jpeg|png|apng|gif|webp|avif|bmp)$/.test(mediaType));
}

function nameOf({ kind, createdAt, toolParameters }: TextHead): string {
  if (kind === 'canonical') return t('ocr.texts.canonical');
  return t('ocr.texts.ocr', { at: utcWords(createdAt), languages: languagesOf(toolParameters).map(languageName).join(', ') });
}

function meanOf({ map }: CanonicalText): number | null {
  if (map.kind !== 'boxes') return null;
  const said = map.words.flatMap(({ confidence }) => confidence ?? []);
  return said.length === 0 ? null : Math.round(said.reduce((sum, one) => sum + one, 0) / said.length);
}
