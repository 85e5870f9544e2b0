import { useCallback, useEffect, useState } from 'react';
import type { HoldfastError } from '#shared/errors.ts';
import type { ReplayArchive, ReplayPage, ReplayShown, ReplayStep } from '#shared/model/replay.ts';
import { call } from '../../shell/engine.ts';
import { notifyError } from '../../ui/toast.tsx';
import { passKey } from '../web/pass-key.ts';

type Opening = { kind: 'opening' } | { kind: 'failed'; error: HoldfastError } | { kind: 'open'; replayId: string; archive: ReplayArchive };

export type OpenReplay = {
  opening: Opening;
  /** Null until the first page answers. */
  shown: ReplayShown | null;
  show: (page: ReplayPage) => void;
  step: (step: ReplayStep) => void;
  focus: () => void;
  /** Opens the archive once more, from its bytes. */
  again: () => void;
};

/** Opens an archive for as long as the caller is shown and `isWanted`. */
export function useReplay(fileId: string, url: string | null, at: string, isWanted: boolean): OpenReplay {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  const [shown, setShown] = useState<ReplayShown | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!isWanted) return;
    const replayId = crypto.randomUUID();
    let isLive = true;
    const stop = window.holdfast.on((event) => {
      if (event.type === 'replay' && event.replayId === replayId) setShown(event.shown);
      if (event.type === 'replay-key' && event.replayId === replayId) passKey(event.pressed);
    });
    const page = url === null || !/^https?:\/\//i.test(url) ? null : { url, at };
    setOpening({ kind: 'opening' });
    setShown(null);
    call('replay.open', { replayId, fileId, page }).then(
      (archive) => isLive && setOpening({ kind: 'open', replayId, archive }),
      (error: unknown) => isLive && setOpening({ kind: 'failed', error: error as HoldfastError }),
    );
    return () => {
      isLive = false;
      stop();
      void call('replay.close', { replayId }).catch(() => undefined);
    };
  }, [fileId, url, at, isWanted, attempt]);
  const replayId = opening.kind === 'open' ? opening.replayId : null;
  const act = useCallback(
    (run: (replayId: string) => Promise<unknown>) => void (replayId !== null && run(replayId).catch(notifyError)),
    [replayId],
  );
  return {
    opening,
    shown,
    show: ({ url: next, at: moment }) => act((id) => call('replay.show', { replayId: id, url: next, at: moment })),
    step: (step) => act((id) => call('replay.step', { replayId: id, step })),
    focus: () => act((id) => call('replay.focus', { replayId: id })),
    again: () => setAttempt((count) => count + 1),
  };
}
