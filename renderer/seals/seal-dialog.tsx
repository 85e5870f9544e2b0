import { t } from '../messages/index.ts';
import { CopyDigest } from '../ui/digest.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import type { SealRow } from './seals.tsx';
import { StampTable } from './stamp-table.tsx';

/** One seal whole: what it signs, and who else saw it. */
export function SealDialog({ seal: { id, reason, head }, onClose }: { seal: SealRow; onClose: () => void }) {
  return (
    <Dialog title={t('seals.dialog', { count: head.treeSize })} isOpen onClose={onClose} wide>
      <Facts
        facts={[
          { label: t('seals.at'), value: <span className="mono selectable">{head.at}</span> },
          { label: t('seals.reason'), value: t(`seals.reason.${reason}`) },
          { label: t('seals.root'), value: <WholeDigest sha256={head.rootHash} /> },
          { label: t('seals.head'), value: <WholeDigest sha256={head.headHash} /> },
          { label: t('seals.key'), value: <WholeDigest sha256={head.keyId} /> },
          { label: t('seals.signature'), value: <span className="mono selectable seal-signature">{head.signature}</span> },
        ]}
      />
      <p className="muted seal-proves">{t('seals.proves')}</p>
      <StampTable sealId={id} />
    </Dialog>
  );
}

function WholeDigest({ sha256 }: { sha256: string }) {
  return (
    <span className="seal-digest" dir="ltr">
      <span className="mono selectable">{sha256}</span>
      <CopyDigest sha256={sha256} />
    </span>
  );
}
