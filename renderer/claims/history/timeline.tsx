import { useMemo, useRef, useState } from 'react';
import type { ClaimEvent, FieldChange } from '#shared/model/claim-history.ts';
import { t } from '../../messages/index.ts';
import { useCommands, type Command } from '../../shell/commands.ts';
import { Chip } from '../../ui/chip.tsx';
import { UtcTime } from '../../ui/times.tsx';
import type { Moment } from './claim-history.tsx';
import { eventLine, eventTitle } from './event-words.ts';
import { fieldLabels, fieldLines, lineChange, type Names } from './field-words.ts';

/** Drawn at once; the rest when asked for. */
const SHOWN = 60;

type TimelineProps = { events: readonly ClaimEvent[]; names: Names; shown: Moment | null; onShow: (seq: number) => void };

/** Acts on a claim, the newest first; each shows the claim as it stood right after it. N and P step through them. */
export function Timeline({ events, names, shown, onShow }: TimelineProps) {
  const [most, setMost] = useState(SHOWN);
  const list = useRef<HTMLOListElement>(null);
  useTimelineSteps(list);
  const newest = useMemo(() => [...Map.groupBy(events, (event) => event.seq).values()].toReversed(), [events]);
  const left = newest.length - most;
  return (
    <>
      <ol className="timeline" ref={list}>
        {newest
          .slice(0, most)
          .map(([event, ...more]) =>
            event === undefined ? null : (
              <EventRow
                key={event.seq}
                event={event}
                more={more}
                names={names}
                isShown={shown !== null && 'seq' in shown && shown.seq === event.seq}
                onShow={() => onShow(event.seq)}
              />
            ),
          )}
      </ol>
      {left > 0 ? (
        <button type="button" className="repeat-more" onClick={() => setMost(newest.length)}>
          {t('claim-history.earlier', { count: left })}
        </button>
      ) : null}
    </>
  );
}

/** `more`: what was made with it in the same act. */
type RowProps = { event: ClaimEvent; more: readonly ClaimEvent[]; names: Names; isShown: boolean; onShow: () => void };

function EventRow({ event, more, names, isShown, onShow }: RowProps) {
  const { seq, at, actor, action, why, version, about } = event;
  const lines = [event, ...more].map(eventLine).filter((line) => line !== '');
  return (
    <li className="timeline-event" data-kind={about.kind} data-shown={isShown} data-first={action === 'claim.created'}>
      <button type="button" className="timeline-open" aria-pressed={isShown} onClick={onShow}>
        <strong>{eventTitle(event)}</strong>
        {version === null ? null : <Chip>{t('claim-history.version', { version })}</Chip>}
        <span className="gap" />
        <span className="muted mono">#{seq}</span>
        <span className="visually-hidden">{t('claim-history.show', { seq })}</span>
      </button>
      <p className="muted">
        <bdi>{actor}</bdi>, <UtcTime at={at} />
      </p>
      {why === null ? null : (
        <p className="timeline-why" dir="auto">
          {t('claim-history.why', { why })}
        </p>
      )}
      {about.kind === 'claim' ? <Changes changes={about.changes} names={names} /> : null}
      {lines.map((line, index) => (
        <p key={index} className="timeline-line" dir="auto">
          {line}
        </p>
      ))}
    </li>
  );
}

function Changes({ changes, names }: { changes: readonly FieldChange[]; names: Names }) {
  const lines = changes
    .map(({ field, before, after }) => ({ field, ...lineChange(fieldLines(field, before, names), fieldLines(field, after, names)) }))
    .filter(({ removed, added }) => removed.length + added.length > 0);
  if (lines.length === 0) return null;
  return (
    <dl className="timeline-changes">
      {lines.map(({ field, removed, added }) => (
        <div key={field}>
          <dt>{fieldLabels[field] === undefined ? field : t(fieldLabels[field])}</dt>
          <dd>
            {removed.map((one, at) => (
              <del key={at}>
                <span className="visually-hidden">{t('history.before')} </span>
                <bdi>{one}</bdi>
              </del>
            ))}
            {added.map((one, at) => (
              <ins key={at}>
                <span className="visually-hidden">{t('history.after')} </span>
                <bdi>{one}</bdi>
              </ins>
            ))}
            {added.length === 0 ? <span className="faint">{t('claim-history.nothing')}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useTimelineSteps(list: React.RefObject<HTMLOListElement | null>): void {
  const commands = useMemo(() => {
    const group = 'claims.group' as const;
    const step = (by: 1 | -1) => () => {
      const rows = [...(list.current?.querySelectorAll<HTMLButtonElement>('.timeline-open') ?? [])];
      const at = rows.findIndex((row) => row === document.activeElement || row.getAttribute('aria-pressed') === 'true');
      const next = rows[at < 0 ? 0 : at + by];
      next?.focus();
      next?.click();
    };
    return [
      { id: 'history.next', title: 'claim-history.do.next', group, keys: 'n', run: step(1) },
      { id: 'history.previous', title: 'claim-history.do.previous', group, keys: 'p', run: step(-1) },
    ] satisfies Command[];
  }, [list]);
  useCommands(commands);
}
