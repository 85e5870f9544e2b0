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

type Wanted = { current: { at: number; caret: number } | null };

/** A line a row, its time beside it. Only rows in view exist, so that ten thousand lines can be corrected. */
export function DraftRows(props: DraftRowsProps) {
  const { lines, source, player, onLines } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const wanted: Wanted = useRef({ at: firstOpen(lines, player.time), caret: 0 });
  const current = useRef(0);
  const now = () => player.element?.currentTime ?? player.time;
  const estimateSize = () => (source === null ? 36 : 68);
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize, overscan: 8 });
  useWantedRow(scroller, wanted, (at) => virtual.scrollToIndex(at, { align: 'center' }));
  useTypingCommands(player, {
    time: source === null ? () => onLines(startAt(lines, current.current, now())) : null,
    nudge: source === null ? (by) => onLines(nudge(lines, current.current, by)) : null,
    hear: () => {
      const from = lines[current.current]?.from;
      if (from != null) player.seek(from);
    },
  });
  const go = (typed: Typed) => {
    wanted.current = typed;
    if (typed.lines !== lines) onLines(typed.lines);
    virtual.scrollToIndex(typed.at, { align: 'auto' });
    focusRow(scroller.current, wanted);
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
            <LineWords {...props} index={index} now={now} onFocus={() => (current.current = index)} onGo={go} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Brings the row that is asked for into view and the caret into it. It may have to be scrolled to and made first. */
function useWantedRow(scroller: { current: HTMLDivElement | null }, wanted: Wanted, scrollTo: (at: number) => void): void {
  useEffect(() => focusRow(scroller.current, wanted));
  const scroll = useRef(scrollTo);
  useEffect(() => {
    // The list knows its height a frame after it is there.
    const frame = requestAnimationFrame(() => wanted.current !== null && scroll.current(wanted.current.at));
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
}

type LineWordsProps = DraftRowsProps & { index: number; now: () => number; onFocus: () => void; onGo: (typed: Typed) => void };

function LineWords({ lines, source, language, onLines, index, now, onFocus, onGo }: LineWordsProps) {
  const isFree = source === null;
  const write = (text: string) =>
    onLines(isFree ? typeIn(lines, index, text, now()) : lines.map((line, at) => (at === index ? { ...line, text } : line)));
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: caret, selectionEnd } = event.currentTarget;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typed = keyAct(event.key, { lines, at: index, caret, isFree, isCollapsed: caret === selectionEnd, now: now() });
    if (typed === null) return;
    event.preventDefault();
    onGo(typed);
  };
  return (
    <div className="draft-words">
      {isFree ? null : (
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
        aria-label={t(isFree ? 'transcripts.line' : 'transcripts.line.translation', { line: index + 1 })}
        value={lines[index]!.text}
        onFocus={onFocus}
        onChange={(event) => write(oneLine(event.target.value))}
        onKeyDown={press}
      />
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
  return open === -1
    ? Math.max(
        0,
        lines.findLastIndex(({ from }) => from !== null && from <= time),
      )
    : open;
}

function focusRow(scroller: HTMLElement | null, wanted: Wanted): void {
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
