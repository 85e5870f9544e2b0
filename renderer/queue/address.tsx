import './queue.css';
import { shownAddress } from './shown-address.ts';

/** An address on one line: the host stands out, the rest is cut where it must be. Whole on hover. */
export function Address({ url }: { url: string }) {
  return (
    <span className="queue-address" title={url}>
      <AddressWords url={url} />
    </span>
  );
}

/** Reads from left to right whatever its letters are, each part by itself, so that no part seems to stand elsewhere. */
export function AddressWords({ url }: { url: string }) {
  const { before, host, after } = shownAddress(url);
  return (
    <span dir="ltr">
      <span className="muted">{before}</span>
      <strong>{inParts(host, /([.:])/)}</strong>
      <span className="muted">{inParts(after, /([/?&=#;,])/)}</span>
    </span>
  );
}

function inParts(text: string, separators: RegExp) {
  if (!/[\u0590-\u08ff\ufb1d-\ufefc]/.test(text)) return text;
  return text.split(separators).map((part, index) => (index % 2 === 0 ? <bdi key={index}>{part}</bdi> : part));
}
