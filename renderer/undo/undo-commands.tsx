import { useMemo } from 'react';
import type { CallOutput } from '#shared/contract.ts';
import { actionWords } from '../custody/action-words.ts';
import { t } from '../messages/index.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import { call } from '../shell/engine.ts';
import { inspect, useSession } from '../shell/session.ts';
import { notify, notifyError } from '../ui/toast.tsx';

type Turned = NonNullable<CallOutput<'acts.undo'>['turned']>;

/** Takes back what was done last to passages, their links and tags, and does it again. In a field, keys are the field's own. */
export function UndoCommands() {
  useCommands(useMemo(() => commands, []));
  return null;
}

const commands: readonly Command[] = [
  { id: 'acts.undo', title: 'undo.do', group: 'undo.group', keys: '$mod+z', yieldsToTyping: true, run: () => void turn('undo') },
  { id: 'acts.redo', title: 'undo.redo', group: 'undo.group', keys: '$mod+Shift+z', yieldsToTyping: true, run: () => void turn('redo') },
];

async function turn(way: 'undo' | 'redo'): Promise<void> {
  const { turned } = await call(`acts.${way}`, {}).catch((error: unknown) => {
    notifyError(error);
    return { turned: undefined };
  });
  if (turned === undefined) return;
  if (turned === null) return notify({ tone: 'plain', title: t(`undo.${way}.nothing`), text: t('undo.nothing.text') });
  show(turned, way);
  const what = t('undo.what', { action: actionWords(turned.action), count: turned.count });
  notify({ tone: 'plain', title: t(`undo.${way}.done`, { what }), text: t('undo.kept') });
}

/** Leads to the passage that is back or changed, and away from one that is gone. */
function show({ action, subject }: Turned, way: 'undo' | 'redo'): void {
  if (!action.startsWith('passage.')) return;
  const isGone = (action === 'passage.removed') === (way === 'redo') && action !== 'passage.updated';
  const { inspector } = useSession.getState();
  if (!isGone) inspect({ kind: 'passage', passageId: subject });
  else if (inspector.kind === 'passage' && inspector.passageId === subject) inspect({ kind: 'closed' });
}
