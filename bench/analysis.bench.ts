/** What the claims about an incident say together, against reading the very same rows with plain SQL. */
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { analyseIncident } from '../electron/engine/analysis/analyse-incident.ts';
import { keyFolder, writerKeyIn } from '../electron/engine/keys/key-folder.ts';
import { gatherIncident } from '../electron/engine/analysis/gather-incident.ts';
import { createCase } from '../electron/engine/case/open-case.ts';
import { closeCase, requireCase } from '../electron/engine/case/handlers.ts';
import type { CaseContext, EngineState } from '../electron/engine/context.ts';
import { systemPorts } from '../electron/engine/system-ports.ts';
import { caseHandlers } from '../electron/engine/handlers.ts';
import { Jobs } from '../electron/engine/jobs/jobs.ts';
import { inTemporaryFolder, printRows, RUNS, seconds, setting, type Row } from './measure.ts';

const CLAIMS = setting('CLAIMS', 5000);
const PARTIES = Math.ceil(CLAIMS / 12);
const PAPERS = 60;
/** Milliseconds for 5,000 claims on a machine that does nothing else. */
const AIM = 200;

const idOf = (kind: string, at: number) => `${kind}0000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const incidentId = idOf('1', 1);
const at = '2018-11-14T09:00:00.000Z';

/** Every third claim repeats one before it; one in ten denies; every claim has two figures, a paper, a party and a grade. */
function fill(raw: Database.Database): void {
  const into = (table: string, columns: string) => {
    const insert = raw.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.replaceAll(/[^,]+/g, '?')})`);
    return (...values: unknown[]) => insert.run(...values);
  };
  const party = into('party', 'id, name, kind, aliases, note, createdAt, updatedAt');
  const incident = into('incident', 'id, code, title, kind, note, createdAt, updatedAt');
  const claim = into('claim', 'id, act, modality, speakerId, "when", saidAt, incidentId, note, createdAt, createdBy, updatedAt');
  const quantity = into('claimQuantity', 'claimId, position, qualifier, value, unit, role');
  const breakdown = into('claimBreakdown', 'claimId, quantity, position, groups, qualifier, value');
  const via = into('claimVia', 'claimId, position, partyId, medium');
  const claimParty = into('claimParty', 'claimId, position, partyId, role');
  const link = into('claimLink', 'id, fromId, toId, relation, note, createdAt, createdBy');
  const grade = into('grade', 'id, subjectKind, subjectId, scale, value, reason, createdAt, createdBy');
  const partyLink = into('partyLink', 'id, fromId, toId, relation, note, createdAt, createdBy');
  for (let n = 0; n < PARTIES; n += 1) party(idOf('a', n), `Party ${n}`, 'body', '[]', '', at, at);
  for (let n = 0; n < PARTIES / 20; n += 1) partyLink(idOf('b', n), idOf('a', n), idOf('a', n + 40), 'part of', '', at, 'bench');
  for (let n = 0; n < PAPERS; n += 1) party(idOf('9', n), `Paper ${n}`, 'publisher', '[]', '', at, at);
  incident(incidentId, 'B-1', 'Benchmark', '', '', at, at);
  for (let n = 0; n < CLAIMS; n += 1) {
    const id = idOf('c', n);
    const date = `20${10 + (n % 15)}-0${1 + (n % 9)}-${10 + (n % 18)}`;
    const modality = n % 10 === 0 ? 'denies' : n % 37 === 0 ? 'admits' : 'asserts';
    claim(id, 'killed', modality, n % 9 === 0 ? null : idOf('a', (n * 7) % PARTIES), '2017-03', date, incidentId, '', at, 'bench', at);
    quantity(id, 0, n % 3 === 0 ? 'about' : 'exactly', (n * 13) % 700, 'people', 'count');
    quantity(id, 1, 'at least', (n * 17) % 300, 'civilians', 'count');
    breakdown(id, 0, 0, '["women","children"]', 'at least', n % 40);
    via(id, 0, idOf('9', n % PAPERS), 'article');
    claimParty(id, 0, idOf('a', n % 5), 'alleged responsible');
    grade(idOf('d', n), 'claim', id, 'admiralty credibility', String(1 + (n % 6)), 'as seen', at, 'bench');
    if (n % 3 === 2) link(idOf('e', n), id, idOf('c', (n * 5) % n), 'repeats', '', at, 'bench');
    if (n % 50 === 1) link(idOf('f', n), id, idOf('c', n - 1), 'contradicts', '', at, 'bench');
  }
}

/** The rows alone, without tombstones, names or anything made of them. */
function readRows(raw: Database.Database): number {
  const parts = ['claimQuantity', 'claimBreakdown', 'claimVia', 'claimParty', 'evidence'].map(
    (table) => `SELECT p.* FROM claim c JOIN ${table} p ON p.claimId = c.id WHERE c.incidentId = ?`,
  );
  const links = 'SELECT l.* FROM claim c JOIN claimLink l ON l.fromId = c.id WHERE c.incidentId = ?';
  const grades = 'SELECT g.* FROM claim c JOIN grade g ON g.subjectId = c.id WHERE c.incidentId = ?';
  const all = ['SELECT * FROM claim WHERE incidentId = ?', ...parts, links, grades];
  return all.reduce((rows, sql) => rows + raw.prepare(sql).all(incidentId).length, 0);
}

async function measure(ctx: CaseContext, raw: Database.Database): Promise<Row[]> {
  const theirs = await seconds(() => readRows(raw));
  const call = () => caseHandlers['analysis.incident'](ctx, { incidentId });
  const start = performance.now();
  await call();
  const first = (performance.now() - start) / 1000;
  const records = await gatherIncident(ctx.read, incidentId);
  const against = 'the rows by plain SQL';
  return [
    { what: 'the first call of a process', ours: first, against, theirs },
    { what: 'the whole call', ours: await seconds(call), against, theirs },
    { what: 'reading', ours: await seconds(() => gatherIncident(ctx.read, incidentId)), against, theirs },
    { what: 'computing', ours: await seconds(() => analyseIncident(records)), against, theirs },
  ];
}

/** Milliseconds, other work on the machine left out; what the collector does beside is in it. */
async function processorTime(ctx: CaseContext): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < 9; run += 1) {
    const before = process.cpuUsage();
    await caseHandlers['analysis.incident'](ctx, { incidentId });
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

await inTemporaryFolder(async (folder) => {
  const emit = () => {};
  const migrations = join(import.meta.dirname, '../migrations');
  const engine: EngineState = {
    open: null,
    jobs: new Jobs(emit, systemPorts.newId),
    ports: systemPorts,
    settings: { actor: 'bench', migrations, version: 'bench', writerKey: writerKeyIn(keyFolder()) },
    emit,
  };
  engine.open = await createCase(engine, join(folder, 'case'), 'Benchmark');
  try {
    const ctx = requireCase(engine);
    const raw = ctx.writer?.raw;
    if (raw === undefined) throw new Error('the case is not open for writing');
    raw.transaction(() => fill(raw))();
    const rows = await measure(ctx, raw);
    printRows(`an incident of ${CLAIMS} claims; median of ${RUNS} runs`, rows);
    console.log(
      `  processor time of the whole call, least of nine: ${(await processorTime(ctx)).toFixed(0)} ms; the aim is ${AIM} ms a call`,
    );
  } finally {
    await closeCase(engine);
  }
});
