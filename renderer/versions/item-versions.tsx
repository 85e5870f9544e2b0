import './versions.css';
import { Link2Off } from 'lucide-react';
import { useState } from 'react';
import type { Item } from '#shared/model/items.ts';
import type { ItemVersion } from '#shared/model/versions.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { openComparison, openItem } from '../shell/session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { UtcTime, utcWords } from '../ui/times.tsx';
import { GoneFacts } from './gone-facts.tsx';
import { LinkEarlierDialog } from './link-earlier-dialog.tsx';
import { addressOf, useCaptureAgain } from './use-capture-again.ts';

/** The versions of a source and what became of its page, with the ways to compare them and to look again. */
export function ItemVersions({ item }: { item: Item }) {
  const { data } = useCall('versions.list', { itemId: item.id });
  if (data === undefined) return null;
  const { versions, absences } = data;
  return (
    <section className="versions">
      <h3>
        {t('versions.title')} <span className="faint number">{versions.length}</span>
      </h3>
      <GoneFacts absences={absences} itemId={item.id} firstKept={versions[0]?.capturedAt ?? ''} />
      {versions.length === 1 && item.type === 'web' ? <p className="inspector-hint">{t('versions.alone')}</p> : null}
      {versions.length > 1 ? <VersionList versions={versions} itemId={item.id} /> : null}
      <VersionActs item={item} versions={versions} />
    </section>
  );
}

/** The newest first, as a person looks for it. */
function VersionList({ versions, itemId }: { versions: readonly ItemVersion[]; itemId: string }) {
  return (
    <ol className="version-list">
      {versions.toReversed().map((version) => (
        <li key={version.itemId} data-current={version.itemId === itemId}>
          {version.itemId === itemId ? (
            <span className="version-open">
              <UtcTime at={version.capturedAt} /> <span className="faint">{t('versions.this')}</span>
            </span>
          ) : (
            <button
              type="button"
              className="version-open"
              aria-label={t('versions.open', { at: utcWords(version.capturedAt) })}
              onClick={() => openItem(version.itemId)}
            >
              <UtcTime at={version.capturedAt} />
            </button>
          )}
          {version.method === 'import' ? <span className="faint">{t('versions.imported')}</span> : null}
          <TextChip version={version} />
        </li>
      ))}
    </ol>
  );
}

function TextChip({ version: { link, sameText } }: { version: ItemVersion }) {
  if (link === null) return <Chip>{t('versions.first')}</Chip>;
  const why = link.address === null ? t('versions.basis.person') : t('versions.basis.address', { address: link.address });
  if (sameText === null) return <Chip title={why}>{t('versions.text.unknown')}</Chip>;
  return (
    <Chip tone={sameText ? 'proved' : 'pending'} title={why}>
      {t(sameText ? 'versions.text.same' : 'versions.text.changed')}
    </Chip>
  );
}

function VersionActs({ item, versions }: { item: Item; versions: readonly ItemVersion[] }) {
  const canWrite = useCanWrite();
  const [dialog, setDialog] = useState<'link' | 'unlink' | null>(null);
  const again = useCaptureAgain(item);
  const at = versions.findIndex((one) => one.itemId === item.id);
  const link = versions[at]?.link ?? null;
  const before = versions.find((one) => one.itemId === link?.earlierId) ?? versions[at - 1];
  const next = versions[at + 1];
  return (
    <div className="version-acts">
      {before === undefined ? null : (
        <Button size="s" onPress={() => openComparison(before.itemId, item.id)}>
          {t('versions.compare.before')}
        </Button>
      )}
      {before !== undefined || next === undefined ? null : (
        <Button size="s" onPress={() => openComparison(item.id, next.itemId)}>
          {t('versions.compare.next')}
        </Button>
      )}
      {item.type !== 'web' || addressOf(item) === null || !canWrite ? null : (
        <Button size="s" isDisabled={again.isRunning} onPress={() => void again.run()}>
          {t(again.isRunning ? 'versions.again.running' : 'versions.again')}
        </Button>
      )}
      {!canWrite || link !== null ? null : (
        <Button size="s" variant="quiet" onPress={() => setDialog('link')}>
          {t('versions.link')}
        </Button>
      )}
      {!canWrite || link === null ? null : <IconButton label={t('versions.unlink')} icon={Link2Off} onPress={() => setDialog('unlink')} />}
      {dialog === 'link' ? <LinkEarlierDialog itemId={item.id} onClose={() => setDialog(null)} /> : null}
      {dialog === 'unlink' ? <Unlink itemId={item.id} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

function Unlink({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const unlink = useAct('versions.unlink');
  return (
    <ReasonDialog
      title={t('versions.unlink.title')}
      text={t('versions.unlink.text')}
      confirm={t('versions.unlink.confirm')}
      isOpen
      isPending={unlink.isPending}
      onClose={onClose}
      onConfirm={(reason) => unlink.mutate({ itemId, reason }, { onSettled: onClose })}
    />
  );
}
