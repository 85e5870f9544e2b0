import './links.css';
import { Link2, Link2Off } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import type { LinkedPassage } from '#shared/model/passage-links.ts';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useCanWrite } from '../../shell/case-info.ts';
import { useCommands, type Command } from '../../shell/commands.ts';
import { useAct, useCall } from '../../shell/engine.ts';
import { openItem } from '../../shell/session.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { notify } from '../../ui/toast.tsx';
import { beginLink } from './link-state.ts';
import { PassagePreview } from './passage-preview.tsx';
import { relationWords } from './relation-words.ts';

/** What a passage is tied to, worded from its end; each shows itself on hover and focus, and is gone to by pressing it. */
export function PassageLinks({ passage }: { passage: Passage }) {
  const canWrite = useCanWrite();
  const { data } = useCall('passages.links', { id: passage.id });
  const [unlinking, setUnlinking] = useState<LinkedPassage | null>(null);
  const { id } = passage;
  const commands = useMemo<Command[]>(
    () => (canWrite ? [{ id: 'passage.link', title: 'link.do', group: 'panel.group', keys: 'Shift+l', run: () => beginLink(id) }] : []),
    [canWrite, id],
  );
  useCommands(commands);
  const links = data?.links ?? [];
  return (
    <section className="passage-links" aria-label={t('panel.links', { count: links.length })}>
      <header className="passage-links-head">
        <h3>{t('panel.links', { count: links.length })}</h3>
        {canWrite ? (
          <Button size="s" icon={Link2} keys="Shift+l" onPress={() => beginLink(id)}>
            {t('link.make')}
          </Button>
        ) : null}
      </header>
      <ul>
        {links.map((link) => (
          <li className="passage-link" key={link.id}>
            <LinkedRow link={link} />
            {canWrite ? <IconButton label={t('link.remove')} icon={Link2Off} onPress={() => setUnlinking(link)} /> : null}
          </li>
        ))}
      </ul>
      {unlinking === null ? null : <Unlink link={unlinking} onClose={() => setUnlinking(null)} />}
    </section>
  );
}

function LinkedRow({ link }: { link: LinkedPassage }) {
  const { other, note } = link;
  return (
    <TooltipTrigger delay={300} closeDelay={80}>
      <AriaButton className="passage-link-open" onPress={() => openItem(other.itemId, { passageId: other.id })}>
        <span className="passage-link-relation">{relationWords(link)}</span>
        <span className="passage-link-quote" dir="auto">
          {other.quote || other.comment || t('passage.area')}
        </span>
        <span className="faint truncate" dir="auto">
          {other.itemTitle}
        </span>
        {note === '' ? null : (
          <span className="passage-link-note muted" dir="auto">
            {note}
          </span>
        )}
      </AriaButton>
      <AriaTooltip className="preview-frame" placement="start top" offset={10}>
        <PassagePreview passage={other} />
      </AriaTooltip>
    </TooltipTrigger>
  );
}

function Unlink({ link, onClose }: { link: LinkedPassage; onClose: () => void }) {
  const unlink = useAct('passages.unlink');
  const done = () => (onClose(), notify({ tone: 'plain', title: t('link.removed') }));
  return (
    <ReasonDialog
      title={t('link.remove.title')}
      text={t('link.remove.text')}
      confirm={t('link.remove.confirm')}
      isOpen
      isPending={unlink.isPending}
      onClose={onClose}
      onConfirm={(reason) => unlink.mutate({ id: link.id, reason }, { onSuccess: done })}
    />
  );
}
