import { useEffect, useState } from 'react';
import type { SessionInfo } from '#shared/hands-on.ts';
import { SessionView } from './session-view.tsx';
import { ask, tell } from './toolbar-state.ts';

export function SessionDialog({ onClose }: { onClose: () => void }) {
  const [info, setInfo] = useState<SessionInfo | null>(null);
  useEffect(() => void ask('session', {}).then((answer) => setInfo(answer as SessionInfo)), []);
  const wipe = () => {
    tell('wipe', {});
    onClose();
  };
  return <SessionView info={info} onWipe={wipe} onClose={onClose} />;
}
