import './progress.css';
import { ProgressBar } from 'react-aria-components';

/** How far long work is: 0 to 1, or null when the end is unknown. */
export function Progress({ label, fraction }: { label: string; fraction: number | null }) {
  return (
    <ProgressBar className="progress" aria-label={label} isIndeterminate={fraction === null} value={(fraction ?? 0) * 100}>
      <div
        className="progress-bar"
        style={{ inlineSize: fraction === null ? '100%' : `${fraction * 100}%` }}
        data-unknown={fraction === null}
      />
    </ProgressBar>
  );
}
