import { FileDown } from 'lucide-react';
import type { Item, ItemFile } from '#shared/model/items.ts';
import type { Facts, Json } from '#shared/model/primitives.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { CopyDigest, Digest } from '../ui/digest.tsx';
import { sizeWords } from '../ui/sizes.ts';
import { notify } from '../ui/toast.tsx';

type Inside = { name: string; description: string; size: number | null; sha256: string | null };

/** Files that lie inside a PDF: named, measured, and taken out only when asked. */
export function ItemAttachments({ item }: { item: Item }) {
  const inside = filesInside(item.facts);
  if (inside.length === 0) return null;
  return (
    <section>
      <h3>{t('reader.pdf.attachments')}</h3>
      <ul>
        {inside.map((file, index) => (
          <Attachment key={index} item={item} index={index} file={file} />
        ))}
      </ul>
    </section>
  );
}

function Attachment({ item, index, file }: { item: Item; index: number; file: Inside }) {
  const canWrite = useCanWrite();
  const extract = useAct('pdf.extractAttachment');
  const isTaken = item.files.some((one) => isCopyOf(one, file));
  const take = () =>
    extract.mutate({ itemId: item.id, index }, { onSuccess: () => notify({ tone: 'good', title: t('reader.pdf.attachment.taken') }) });
  return (
    <li className="item-file">
      <div className="selectable truncate" dir="auto" title={file.description === '' ? file.name : `${file.name}: ${file.description}`}>
        {file.name}
      </div>
      {file.sha256 === null ? null : (
        <span className="item-file-hash">
          <Digest sha256={file.sha256} />
          <CopyDigest sha256={file.sha256} />
        </span>
      )}
      <div className="item-attachment-foot">
        <span>{file.size === null ? t('reader.pdf.attachment.unread') : sizeWords(file.size)}</span>
        {isTaken ? <span>{t('reader.pdf.attachment.taken')}</span> : null}
        {isTaken || !canWrite || file.size === null ? null : (
          <Button
            size="s"
            variant="quiet"
            icon={FileDown}
            isDisabled={extract.isPending}
            aria-label={t('reader.pdf.attachment.take.name', { name: file.name })}
            onPress={take}
          >
            {t('reader.pdf.attachment.take')}
          </Button>
        )}
      </div>
    </li>
  );
}

function isCopyOf({ role, sha256 }: ItemFile, inside: Inside): boolean {
  return role === 'attachment' && sha256 === inside.sha256;
}

/** As the importer of PDFs writes them; older items have names alone. */
function filesInside(facts: Facts): Inside[] {
  const pdf = asObject(facts['pdf']);
  const list = pdf?.['attachments'];
  return (Array.isArray(list) ? list : []).map((one) => {
    const { name, description, size, sha256 } = asObject(one) ?? {};
    return {
      name: typeof name === 'string' ? name : '',
      description: typeof description === 'string' ? description : '',
      size: typeof size === 'number' ? size : null,
      sha256: typeof sha256 === 'string' ? sha256 : null,
    };
  });
}

function asObject(value: Json | undefined): { [key: string]: Json } | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}
