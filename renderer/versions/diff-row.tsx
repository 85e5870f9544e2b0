import type { WordRun } from '#shared/model/versions.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import type { DiffRow } from './diff-rows.ts';

export type DiffLayout = 'unified' | 'split';

/** One row of a comparison; in two columns, the earlier text stands first. Each paragraph reads in its own direction. */
export function DiffRowView({ row, layout, onUnfold }: { row: DiffRow; layout: DiffLayout; onUnfold: (run: number) => void }) {
  if (row.kind === 'fold')
    return (
      <div className="diff-fold">
        <span>{t('compare.fold', { count: row.paragraphs })}</span>
        <Button size="s" variant="quiet" onPress={() => onUnfold(row.run)}>
          {t('compare.unfold')}
        </Button>
      </div>
    );
  if (layout === 'unified') return <Unified row={row} />;
  return (
    <div className="diff-split">
      {row.kind === 'added' ? <span className="diff-none" /> : <Side row={row} without="added" />}
      {row.kind === 'removed' ? <span className="diff-none" /> : <Side row={row} without="removed" />}
    </div>
  );
}

type TextRow = Exclude<DiffRow, { kind: 'fold' }>;

const signs = { same: '', removed: '−', added: '+', changed: '~' } as const;

function Unified({ row }: { row: TextRow }) {
  return (
    <div className="diff-line" data-kind={row.kind}>
      <Sign kind={row.kind} />
      <Words row={row} />
    </div>
  );
}

function Side({ row, without }: { row: TextRow; without: 'added' | 'removed' }) {
  return (
    <div className="diff-line" data-kind={row.kind} data-side={without === 'added' ? 'from' : 'to'}>
      <Sign kind={row.kind === 'changed' ? (without === 'added' ? 'removed' : 'added') : row.kind} />
      <Words row={row.kind === 'changed' ? { ...row, words: row.words.filter((word) => word.kind !== without) } : row} />
    </div>
  );
}

function Sign({ kind }: { kind: TextRow['kind'] }) {
  return (
    <span className="diff-sign" aria-hidden={kind === 'same'}>
      <span aria-hidden>{signs[kind]}</span>
      {kind === 'same' ? null : <span className="visually-hidden">{t(`compare.mark.${kind}`)}</span>}
    </span>
  );
}

function Words({ row }: { row: TextRow }) {
  if (row.kind === 'changed')
    return (
      <p className="diff-words selectable" dir="auto">
        {row.words.map((word, index) => (
          <Word key={index} word={word} />
        ))}
      </p>
    );
  const words = row.text === '' ? '\u00a0' : row.text;
  return (
    <p className="diff-words selectable" dir="auto">
      {row.kind === 'added' ? <ins>{words}</ins> : row.kind === 'removed' ? <del>{words}</del> : words}
      {row.cut === 0 ? null : <span className="faint"> {t('compare.cut', { count: row.cut })}</span>}
    </p>
  );
}

function Word({ word }: { word: WordRun }) {
  if (word.kind === 'added') return <ins className="diff-word">{word.text}</ins>;
  return word.kind === 'removed' ? <del className="diff-word">{word.text}</del> : <>{word.text}</>;
}
