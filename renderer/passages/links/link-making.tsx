import './links.css';
import { useEffect, useMemo } from 'react';
import { t } from '../../messages/index.ts';
import { useCommands, type Command } from '../../shell/commands.ts';
import { useCall } from '../../shell/engine.ts';
import { useSession } from '../../shell/session.ts';
import { Button } from '../../ui/button.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { endLink, picked, useLinkWork, type LinkDraft } from './link-state.ts';

/** The link being made, if any: its dialog, or the bar that says which press is waited for. Shown in every place. */
export function LinkMaking() {
  const work = useLinkWork();
  if (work.mode === 'asking') return <LinkDialog draft={work.draft} />;
  return work.mode === 'picking' ? <PickBar draft={work.draft} /> : null;
}

/** Whatever viewer a passage is pressed in, it is shown beside; that is the press that is waited for. */
function PickBar({ draft }: { draft: LinkDraft }) {
  const from = useCall('passages.get', { id: draft.fromId }).data;
  useEffect(
    () =>
      useSession.subscribe(({ inspector }) => {
        if ('passageId' in inspector && inspector.passageId !== null) picked(inspector.passageId);
      }),
    [],
  );
  useCommands(
    useMemo<Command[]>(() => [{ id: 'link.cancel', title: 'link.cancel', group: 'panel.group', keys: 'Escape', run: endLink }], []),
  );
  return (
    <div className="link-pick-bar" role="status">
      <span className="truncate">{t('link.picking', { quote: short(from?.quote || from?.comment || t('passage.area')) })}</span>
      <Button size="s" keys="Escape" onPress={endLink}>
        {t('ui.cancel')}
      </Button>
    </div>
  );
}

const short = (words: string) => (words.length > 60 ? `${words.slice(0, 59)}…` : words);
