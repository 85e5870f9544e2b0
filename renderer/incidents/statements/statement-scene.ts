/** Where each statement and event lies in the picture of who said what when. Pure. */
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import { spanReader, type Span } from './edtf-span.ts';
import { layLanes } from './lanes.ts';
import { timeAxis, type TimeAxis } from './time-axis.ts';

/** Something that happened, as one or more claims date it. */
export type DatedEvent = { when: string; label: string };
export type Mark = {
  key: string;
  claimId: string | null;
  span: Span;
  /** In pixels: the mark itself, and the middle of it. */
  x0: number;
  x1: number;
  at: number;
  /** The line of its group it stands on. */
  lane: number;
  modality: string;
  origins: readonly string[];
  label: string;
  /** The label begins or ends here. */
  labelX: number;
  anchor: 'start' | 'end';
};
export type Group = { key: string; name: string | null; kind: 'events' | 'speaker'; top: number; lanes: number; marks: Mark[] };
/** `path`: SVG path data, along the first mark's line and down or up to the second. */
export type TurnLine = { path: string; from: string; to: string };
export type Scene = { axis: TimeAxis; groups: Group[]; turns: TurnLine[]; height: number; undated: number; notDrawn: number };

export type SceneInput = {
  statements: IncidentAnalysis['statements'];
  turns: IncidentAnalysis['turns'];
  events: readonly DatedEvent[];
  width: number;
};

export const LANE = 36;
/** Where on its lane a mark's middle lies. */
export const MARK_Y = 26;
const TOP = 4;
/** Speakers drawn, and statements of each; the list below has all. */
const MOST_SPEAKERS = 10;
const MOST_MARKS = 6;
/** Lines of one speaker, and of all of them. */
const MOST_LANES = 3;
const MOST_LINES = 14;
const LABEL_LENGTH = 44;
/** Of the interface's font at the label's size; wide enough for the widest scripts used. */
const PIXELS_A_LETTER = 5.9;
const SMALLEST_MARK = 9;

/** Null where nothing has a date. */
export function statementScene({ statements, turns, events, width }: SceneInput): Scene | null {
  const spanOf = spanReader();
  const dated = statements.flatMap((statement) => {
    const span = spanOf(statement.saidAt);
    return span === null ? [] : [{ statement, span }];
  });
  const happened = events.flatMap((event) => {
    const span = spanOf(event.when);
    return span === null ? [] : [{ event, span }];
  });
  const chosen = choose(dated, new Set(turns.flatMap((turn) => [turn.fromClaimId, turn.toClaimId])));
  const drawn = chosen.flatMap(({ list }) => list);
  const axis = timeAxis(
    [...drawn, ...happened].map(({ span }) => span),
    width,
    10,
  );
  if (axis === null) return null;
  const place = (span: Span, label: string) => placed(axis, width, span, label);
  const marksOf = ({ statement, span }: Dated) => ({
    key: statement.claimId,
    claimId: statement.claimId,
    modality: statement.modality,
    origins: statement.origins,
    ...place(span, shortened(statement.sentence)),
  });
  const marksOfEvents = happened
    .slice(0, MOST_MARKS)
    .map(({ event, span }, at) => ({ key: `event ${at}`, ...nobody, ...place(span, shortened(event.label)) }));
  const groups = stacked([
    ...(marksOfEvents.length === 0 ? [] : [groupOf('events', null, marksOfEvents, true)]),
    ...chosen.map(({ key, list, isTurned }) => groupOf(key, list[0]!.statement.speaker, list.map(marksOf), isTurned)),
  ]);
  return {
    axis,
    groups,
    turns: turnLines(groups, turns),
    height: TOP + groups.reduce((sum, group) => sum + group.lanes, 0) * LANE,
    undated: statements.length - dated.length,
    notDrawn: dated.length - groups.reduce((sum, { kind, marks }) => sum + (kind === 'speaker' ? marks.length : 0), 0),
  };
}

type Dated = { statement: IncidentAnalysis['statements'][number]; span: Span };

type Chosen = { key: string; list: Dated[]; isTurned: boolean };

/** Speakers in the order of their first statement: those who changed position and as many others as fit; turns first in each. */
function choose(dated: readonly Dated[], turning: ReadonlySet<string>): Chosen[] {
  const turned = ({ statement }: Dated) => turning.has(statement.claimId);
  const speakers = [...Map.groupBy(dated, ({ statement }) => statement.speakerId ?? '')].map(([key, all]) => {
    const list = [...all].sort((a, b) => Number(turned(b)) - Number(turned(a))).slice(0, MOST_MARKS);
    return { key, list, isTurned: all.some(turned) };
  });
  const shown = new Set([...speakers].sort((a, b) => Number(b.isTurned) - Number(a.isTurned)).slice(0, MOST_SPEAKERS));
  return speakers.filter((one) => shown.has(one));
}

/** An event is nobody's statement. */
const nobody = { claimId: null, modality: '', origins: [] };

type Unplaced = Omit<Group, 'top'> & { isKept: boolean };

/** Marks on as many lines as their labels need; what would need more lines than a group has is left to the list. */
function groupOf(key: string, name: string | null, marks: readonly Omit<Mark, 'lane'>[], isKept: boolean): Unplaced {
  const lanes = layLanes(marks.map(extentOf), 8);
  const drawn = marks.map((mark, at) => ({ ...mark, lane: lanes[at]! })).filter(({ lane }) => lane < MOST_LANES);
  const used = Math.max(0, ...drawn.map(({ lane }) => lane)) + 1;
  return { key, name, kind: key === 'events' ? 'events' : 'speaker', lanes: used, marks: drawn, isKept };
}

/** One under another, as many as there are lines for; those to be kept before all others. */
function stacked(groups: readonly Unplaced[]): Group[] {
  const fitting = new Set<Unplaced>();
  let lines = 0;
  for (const group of [...groups].sort((a, b) => Number(b.isKept) - Number(a.isKept))) {
    if (lines >= MOST_LINES) break;
    fitting.add(group);
    lines += group.lanes;
  }
  let top = TOP;
  return groups
    .filter((group) => fitting.has(group))
    .map(({ isKept: _, ...group }) => {
      const placedGroup = { ...group, top };
      top += group.lanes * LANE;
      return placedGroup;
    });
}

/** The label begins over its mark, or ends over it where it would leave the picture. */
function placed(
  axis: TimeAxis,
  width: number,
  span: Span,
  label: string,
): Pick<Mark, 'span' | 'x0' | 'x1' | 'at' | 'label' | 'labelX' | 'anchor'> {
  const [from, to] = [axis.x(span.min), axis.x(span.max)];
  const at = (from + to) / 2;
  const half = Math.max(SMALLEST_MARK, to - from) / 2;
  const [x0, x1] = [at - half, at + half];
  const wide = label.length * PIXELS_A_LETTER;
  if (x0 + wide <= width) return { span, x0, x1, at, label, labelX: x0, anchor: 'start' };
  if (x1 - wide >= 0) return { span, x0, x1, at, label, labelX: x1, anchor: 'end' };
  const room = Math.max(x1, width - x0);
  const cut = `${label.slice(0, Math.max(1, Math.floor(room / PIXELS_A_LETTER) - 1))}…`;
  return x1 >= width - x0
    ? { span, x0, x1, at, label: cut, labelX: x1, anchor: 'end' }
    : { span, x0, x1, at, label: cut, labelX: x0, anchor: 'start' };
}

function extentOf({ x0, x1, label, labelX, anchor }: Omit<Mark, 'lane'>): { from: number; to: number } {
  const wide = label.length * PIXELS_A_LETTER;
  return anchor === 'start' ? { from: x0, to: Math.max(x1, labelX + wide) } : { from: Math.min(x0, labelX - wide), to: x1 };
}

/** What is asserted needs no verb; every other way of saying it keeps its own. */
function shortened(sentence: string): string {
  const words = sentence.replace(/^asserts: /, '');
  return words.length <= LABEL_LENGTH ? words : `${words.slice(0, LABEL_LENGTH - 1).trimEnd()}…`;
}

function turnLines(groups: readonly Group[], turns: IncidentAnalysis['turns']): TurnLine[] {
  const where = new Map(
    groups.flatMap(({ top, marks }) => marks.map((mark) => [mark.claimId, { ...mark, y: top + mark.lane * LANE + MARK_Y }] as const)),
  );
  return turns.flatMap(({ fromClaimId, toClaimId, from, to }) => {
    const [a, b] = [where.get(fromClaimId), where.get(toClaimId)];
    return a === undefined || b === undefined ? [] : [{ path: turnPath(a, b), from, to }];
  });
}

/** Under a bar that reaches as far as what it leads to, a line along its middle would not be seen. */
const UNDER = 9;

function turnPath(a: Mark & { y: number }, b: Mark & { y: number }): string {
  if (b.at > a.x1) return `M${a.x1} ${a.y} H${b.at} V${b.y}`;
  return `M${a.at} ${a.y} V${a.y + UNDER} H${b.at} V${b.y}`;
}
