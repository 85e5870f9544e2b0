import type { CueWarning, TranscriptPreview } from '#shared/model/transcripts.ts';
import { t } from '../../messages/index.ts';
import { timeCode } from '../media/time-code.ts';

const SHOWN = 100;

/** The first lines, to be read with the eyes: whether the letters are right is told by nothing else. */
export function PreviewLines({ preview: { lines, cues } }: { preview: TranscriptPreview }) {
  const isTimed = cues > 0;
  return (
    <div className="preview-lines" tabIndex={0} role="document" aria-label={t('transcripts.import.lines')}>
      {lines.slice(0, SHOWN).map(({ from, text, speaker }, index) => (
        <div className="preview-line" key={index}>
          {isTimed ? <span className="cue-time mono">{timeCode(from ?? 0)}</span> : null}
          <p dir="auto">
            {speaker === null || text.startsWith(speaker) ? null : <span className="cue-speaker">{speaker} </span>}
            {text}
          </p>
        </div>
      ))}
      {cues > SHOWN ? <p className="faint">{t('transcripts.import.more', { count: cues - SHOWN })}</p> : null}
    </div>
  );
}

/** What is not as it should be, each by the line of the file and with what was done about it. */
export function PreviewWarnings({ preview: { warnings, remarks, cues } }: { preview: TranscriptPreview }) {
  if (cues === 0) return null;
  if (remarks === 0) return <p className="muted">{t('transcripts.import.clean')}</p>;
  return (
    <details className="preview-warnings" open>
      <summary>{t('transcripts.import.remarks', { count: remarks })}</summary>
      <ol>
        {warnings.map((warning, index) => (
          <li key={index}>
            <span className="mono faint">{t('transcripts.import.line', { line: warning.line })}</span>
            <span>{warningWords(warning)}</span>
          </li>
        ))}
      </ol>
      {remarks > warnings.length ? (
        <p className="faint">{t('transcripts.import.more-remarks', { count: remarks - warnings.length })}</p>
      ) : null}
    </details>
  );
}

function warningWords({ cause, facts }: CueWarning): string {
  const values = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'number' ? (times.has(name) ? signed(value) : value) : String(value ?? ''),
    ]),
  );
  return t(`transcripts.cause.${cause}`, values);
}

const times = new Set(['from', 'to', 'now', 'before', 'until', 'duration']);
const signed = (seconds: number) => (seconds < 0 ? `−${timeCode(-seconds)}` : timeCode(seconds));
