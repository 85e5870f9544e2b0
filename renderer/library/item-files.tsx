import type { ItemFile } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { CopyDigest, Digest } from '../ui/digest.tsx';
import { sizeWords } from '../ui/sizes.ts';

/** Every file of an item with what it is, its size, its hash and, for a derived one, what made it. */
export function ItemFiles({ files }: { files: readonly ItemFile[] }) {
  return (
    <section>
      <h3>{t('item.files', { count: files.length })}</h3>
      <ul>
        {files.map((file) => (
          <li className="item-file" key={file.id}>
            <div>
              <span>{t(isUnlocked(file) ? 'role.text.unlocked' : `role.${file.role}`)}</span>
              <span className="faint"> {sizeWords(file.size)}</span>
            </div>
            <span className="item-file-hash">
              <Digest sha256={file.sha256} />
              <CopyDigest sha256={file.sha256} />
            </span>
            <div className="item-file-name selectable truncate" dir="auto" title={file.name}>
              {file.name}
            </div>
            {file.tool === null ? null : (
              <div className="item-file-tool">{t('item.file.made-by', { tool: file.tool, version: file.toolVersion ?? '' })}</div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Words of a locked source are no canonical text: they were read later. */
function isUnlocked({ role, toolParameters }: ItemFile): boolean {
  return role === 'text' && toolParameters?.['password'] !== undefined;
}
