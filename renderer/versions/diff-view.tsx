import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { TextComparison } from '#shared/model/versions.ts';
import { t } from '../messages/index.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import { IconButton } from '../ui/button.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { DiffRowView, type DiffLayout } from './diff-row.tsx';
import { diffRows } from './diff-rows.ts';

type DiffViewProps = { comparison: TextComparison; text: string; tabs: ReactNode; facts: ReactNode };

/** How two texts differ. Only the rows in view exist, so that a megabyte scrolls like a page. `facts` stand above them. */
export function DiffView({ comparison, text, tabs, facts }: DiffViewProps) {
  const [layout, setLayout] = useState<DiffLayout>('unified');
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const { rows, changes } = useMemo(() => diffRows(comparison, text, unfolded), [comparison, text, unfolded]);
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 30,
    overscan: 12,
    scrollMargin: head.current?.offsetHeight ?? 0,
  });
  const { current, go } = useChanges(changes, (row) => list.scrollToIndex(row, { align: 'center' }));
  return (
    <>
      <ToolBar>
        {tabs}
        <Segmented
          label={t('compare.view')}
          options={[
            { id: 'unified', label: t('compare.view.unified') },
            { id: 'split', label: t('compare.view.split') },
          ]}
          value={layout}
          onChange={setLayout}
        />
        <Gap />
        {changes.length === 0 ? null : <Steps at={current} count={changes.length} go={go} />}
      </ToolBar>
      <div className="diff" ref={scroller} tabIndex={0} role="region" aria-label={t('compare.title')}>
        <div ref={head}>{facts}</div>
        <div className="diff-rows" style={{ blockSize: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]!;
            return (
              <div
                className="diff-row"
                key={key}
                data-index={index}
                data-current={'change' in row && row.change === current}
                ref={list.measureElement}
                style={{ transform: `translateY(${start - list.options.scrollMargin}px)` }}
              >
                <DiffRowView row={row} layout={layout} onUnfold={(run) => setUnfolded(new Set([...unfolded, run]))} />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

type Go = (step: 1 | -1) => void;

/** Which of the places that differ the person is at; N and P go on and back. */
function useChanges(changes: readonly number[], show: (row: number) => void): { current: number; go: Go } {
  const [current, setCurrent] = useState(-1);
  const latest = useRef<Go>(() => {});
  latest.current = (step) => {
    const next = Math.min(changes.length - 1, Math.max(0, current + step));
    const row = changes[next];
    if (row === undefined) return;
    setCurrent(next);
    show(row);
  };
  const commands = useMemo<Command[]>(
    () => [
      { id: 'compare.next', title: 'compare.next', group: 'compare.group', keys: 'n', run: () => latest.current(1) },
      { id: 'compare.previous', title: 'compare.previous', group: 'compare.group', keys: 'p', run: () => latest.current(-1) },
    ],
    [],
  );
  useCommands(commands);
  return { current, go: (step) => latest.current(step) };
}

function Steps({ at, count, go }: { at: number; count: number; go: Go }) {
  return (
    <>
      <span className="muted number diff-where">{at === -1 ? '' : t('compare.where', { at: at + 1, count })}</span>
      <IconButton label={t('compare.previous')} icon={ArrowUp} keys="p" isDisabled={at <= 0} onPress={() => go(-1)} />
      <IconButton label={t('compare.next')} icon={ArrowDown} keys="n" isDisabled={at === count - 1} onPress={() => go(1)} />
    </>
  );
}
