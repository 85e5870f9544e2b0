import { RectangleEllipsis } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands } from '../shell/commands.ts';
import { IconButton } from '../ui/button.tsx';
import { RedactionDialog } from './redaction-dialog.tsx';

const keys = '$mod+Shift+x';

/** In the reader's tools: a copy of what is open with places of it withheld. */
export function RedactionTools({ item, text, passages }: { item: Item; text: CanonicalText | null; passages: readonly Passage[] }) {
  const [isOpen, setOpen] = useState(false);
  const canWrite = useCanWrite();
  useCommands(
    useMemo(
      () => (canWrite ? [{ id: 'reader.redact', title: 'redaction.do', group: 'reader.group', keys, run: () => setOpen(true) }] : []),
      [canWrite],
    ),
  );
  if (!canWrite) return null;
  return (
    <>
      <IconButton label={t('redaction.do')} icon={RectangleEllipsis} keys={keys} onPress={() => setOpen(true)} />
      {isOpen ? <RedactionDialog item={item} text={text} passages={passages} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
