import { Copy } from 'lucide-react';
import { t } from '../messages/index.ts';
import { IconButton } from './button.tsx';
import { notify } from './toast.tsx';

/** A hash, short enough to compare at a glance; the whole of it on hover and by copying. */
export function Digest({ sha256 }: { sha256: string }) {
  return (
    <span className="mono selectable" title={sha256} dir="ltr">
      {shortDigest(sha256)}
    </span>
  );
}

export function CopyDigest({ sha256 }: { sha256: string }) {
  const copy = () => void navigator.clipboard.writeText(sha256).then(() => notify({ tone: 'good', title: t('ui.copied') }));
  return <IconButton label={t('ui.digest.copy')} icon={Copy} onPress={copy} />;
}

/** First six and last four digits. */
export function shortDigest(sha256: string): string {
  return `${sha256.slice(0, 6)}…${sha256.slice(-4)}`;
}
