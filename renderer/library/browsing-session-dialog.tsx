import { SessionView } from '../hands-on/session-view.tsx';
import { t } from '../messages/index.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { notify } from '../ui/toast.tsx';

/** What the case's browsing session holds on this computer, and the way to take it away. */
export function BrowsingSessionDialog({ onClose }: { onClose: () => void }) {
  const info = useCall('handsOn.sessionInfo', {});
  const wiping = useAct('handsOn.wipe');
  const wipe = () =>
    wiping.mutate(
      {},
      {
        onSuccess: () => {
          notify({ tone: 'good', title: t('hands-on.session.wiped') });
          onClose();
        },
      },
    );
  return <SessionView info={info.data ?? null} isWiping={wiping.isPending} onWipe={wipe} onClose={onClose} />;
}
