import type { LostBlob } from '#shared/model/backup.ts';
import { t } from '../messages/index.ts';

/** More would not be read here; the journal and the report hold all. */
const SHOWN = 50;

/** Kept files that did not come along, each with what is wrong with it. */
export function LostBlobs({ title, text, lost }: { title: string; text: string; lost: readonly LostBlob[] }) {
  if (lost.length === 0) return null;
  return (
    <section className="backup-lost" role="alert">
      <strong>{title}</strong>
      <span className="muted">{text}</span>
      <ul>
        {lost.slice(0, SHOWN).map(({ sha256, problem }) => (
          <li key={sha256}>
            <span className="mono selectable">{sha256}</span>
            <span className="muted">{t(`backup.lost.${problem}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
