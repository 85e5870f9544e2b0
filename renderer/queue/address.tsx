import './queue.css';
import { shownAddress } from './shown-address.ts';

/** An address on one line: the host stands out, the rest is cut where it must be. Whole on hover. */
export function Address({ url }: { url: string }) {
  const { before, host, after } = shownAddress(url);
  return (
    <span className="queue-address" dir="ltr" title={url}>
      <span className="faint">{before}</span>
      <strong>{host}</strong>
      <bdi className="muted">{after}</bdi>
    </span>
  );
}
