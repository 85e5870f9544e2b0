import { Copy } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notify } from '../../ui/toast.tsx';

/** Where a link of the document leads. It is shown, and can be copied; it is never opened. */
export function AddressDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    notify({ tone: 'good', title: t('reader.pdf.link.copied') });
    onClose();
  };
  return (
    <Dialog title={t('reader.pdf.link.title')} isOpen onClose={onClose}>
      <p className="muted">{t('reader.pdf.link.text')}</p>
      <p className="pdf-address mono selectable" dir="ltr">
        {address}
      </p>
      <Button variant="go" icon={Copy} onPress={() => void copy()}>
        {t('reader.pdf.link.copy')}
      </Button>
    </Dialog>
  );
}
