import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { t } from '../../messages/index.ts';
import { useCommands, type Command } from '../../shell/commands.ts';
import { timeCode } from '../media/time-code.ts';
import type { Player } from '../media/use-player.ts';
import { endLine, joinLine, nudge, startAt, typeIn, type Lines, type Typed } from './draft-lines.ts';

type DraftRowsProps = {
  lines: Lines;
  /** The words to translate, line by line; null when the lines and their times are the person's own. */
  source: readonly string[] | null;
  language: string;
  player: Pick<Player, 'element' | 'time' | 'seek' | 'toggle' | 'nudge'>;
  onLines: (lines: Lines) => void;
};

/** A line a row, its time beside it. Only rows in view exist, so that ten thousand lines can be corrected. */
export function DraftRows({ lines, source, language, player, onLines }: DraftRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ at: number; caret: number } | null>({ at: firstOpen(lines, player.time), caret: 0 });
  const current = useRef(0);
  const now = () => player.element?.currentTime ?? player.time;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (source === null ? 36 : 68),
    overscan: 8,
  });
  const go = (typed: Typed | null) => {
    if (typed === null) return;
    wanted.current = typed;
    if (typed.lines !== lines) onLines(typed.lines);
    virtual.scrollToIndex(typed.at, { align: 'auto' });
    focusRow(scroller.current, wanted);
  };
  // A row asked for may have to be scrolled to and made first.
  useEffect(() => focusRow(scroller.current, wanted));
  useEffect(() => {
    // The list knows its height a frame after it is there.
    const frame = requestAnimationFrame(() => wanted.current !== null && virtual.scrollToIndex(wanted.current.at, { align: 'center' }));
    return () => cancelAnimationFrame(frame);
  }, [virtual]);
  useTypingCommands(player, {
    time: source === null ? () => onLines(startAt(lines, current.current, now())) : null,
    nudge: source === null ? (by) => onLines(nudge(lines, current.current, by)) : null,
    hear: () => {
      const from = lines[current.current]?.from;
      if (from != null) player.seek(from);
    },
  });
  const press = (event: KeyboardEvent<HTMLTextAreaElement>, at: number) => {
    const field = event.currentTarget;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keyAct(event.key, {
      lines,
      at,
      caret: field.selectionStart,
      isFree: source === null,
      isCollapsed: field.selectionStart === field.selectionEnd,
      now: now(),
    });
    if (act === null) return;
    event.preventDefault();
    go(act);
  };
  return (
    <div className="draft-rows" ref={scroller} role="group" aria-label={t('transcripts.lines.label')}>
      <div style={{ position: 'relative', blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            data-index={index}
            ref={virtual.measureElement}
            className="draft-row"
            style={{ transform: `translateY(${start}px)` }}
          >
            <LineTime from={lines[index]!.from} onSeek={player.seek} />
            <div className="draft-words">
              {source === null ? null : (
                <p className="draft-source" dir="auto">
                  {source[index] ?? ''}
                </p>
              )}
              <textarea
                rows={1}
                dir="auto"
                lang={language === '' ? undefined : language}
                spellCheck={false}
                data-line={index}
                aria-label={t(source === null ? 'transcripts.line' : 'transcripts.line.translation', { line: index + 1 })}
                value={lines[index]!.text}
                onFocus={() => (current.current = index)}
                onChange={(event) =>
                  onLines(
                    source === null
                      ? typeIn(lines, index, oneLine(event.target.value), now())
                      : lines.map((line, at) => (at === index ? { ...line, text: oneLine(event.target.value) } : line)),
                  )
                }
                onKeyDown={(event) => press(event, index)}
              />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

function LineTime({ from, onSeek }: { from: number | null; onSeek: (seconds: number) => void }) {
  if (from === null) return <span className="cue-time mono draft-untimed">{t('transcripts.no-time')}</span>;
  return (
    <button
      type="button"
      className="cue-time mono"
      aria-label={t('reader.media.play-from', { time: timeCode(from) })}
      onClick={() => onSeek(from)}
    >
      {timeCode(from)}
    </button>
  );
}

type Pressed = { lines: Lines; at: number; caret: number; isFree: boolean; isCollapsed: boolean; now: number };

function keyAct(key: string, { lines, at, caret, isFree, isCollapsed, now }: Pressed): Typed | null {
  const length = lines[at]!.text.length;
  if (key === 'Enter') return isFree ? endLine(lines, at, caret, now) : { lines, at: Math.min(at + 1, lines.length - 1), caret: 0 };
  if (key === 'Backspace' && caret === 0 && isCollapsed && isFree) return joinLine(lines, at);
  if (key === 'ArrowUp' && caret === 0 && isCollapsed && at > 0) return { lines, at: at - 1, caret: lines[at - 1]!.text.length };
  if (key === 'ArrowDown' && caret === length && isCollapsed && at < lines.length - 1) return { lines, at: at + 1, caret: 0 };
  return null;
}

/** What is pasted over several lines is words of one. */
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

/** Where a person goes on: the first line without words, else the one that sounds now, else the first. */
function firstOpen(lines: Lines, time: number): number {
  const open = lines.findIndex(({ text }) => text.trim() === '');
  return open === -1 ? Math.max(0, lines.findLastIndex(({ from }) => from !== null && from <= time)) : open;
}

function focusRow(scroller: HTMLElement | null, wanted: { current: { at: number; caret: number } | null }): void {
  if (wanted.current === null) return;
  const { at, caret } = wanted.current;
  const field = scroller?.querySelector<HTMLTextAreaElement>(`textarea[data-line="${at}"]`);
  if (field == null) return;
  wanted.current = null;
  field.focus();
  field.setSelectionRange(caret, caret);
}

type Typing = { time: (() => void) | null; nudge: ((by: number) => void) | null; hear: () => void };

/** Keys for hands that stay on the words. They have Alt, because letters alone are words here. */
function useTypingCommands(player: DraftRowsProps['player'], typing: Typing): void {
  const now = useRef({ player, typing });
  useEffect(() => {
    now.current = { player, typing };
  });
  const isFree = typing.time !== null;
  useCommands(
    useMemo(() => {
      const command = (id: string, title: Command['title'], keys: string, run: () => void): Command => ({
        id: `typing.${id}`,
        title,
        keys,
        group: 'transcripts.group',
        run,
      });
      return [
        command('play', 'transcripts.do.play', 'Alt+k', () => now.current.player.toggle()),
        command('back', 'transcripts.do.back', 'Alt+j', () => now.current.player.nudge(-2)),
        command('ahead', 'transcripts.do.ahead', 'Alt+l', () => now.current.player.nudge(2)),
        command('hear', 'transcripts.do.hear', 'Alt+h', () => now.current.typing.hear()),
        ...(isFree
          ? [
              command('time', 'transcripts.do.time', 'Alt+t', () => now.current.typing.time?.()),
              command('earlier', 'transcripts.do.earlier', 'Alt+,', () => now.current.typing.nudge?.(-0.1)),
              command('later', 'transcripts.do.later', 'Alt+.', () => now.current.typing.nudge?.(0.1)),
            ]
          : []),
      ];
    }, [now, isFree]),
  );
}
