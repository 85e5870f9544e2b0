import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import { HoldfastError } from '#shared/errors.ts';
import type { CaseContext, EngineState } from '../context.ts';
import { keepItem } from '../items/keep-item.ts';
import { getItem } from '../items/get-item.ts';
import { getText, listTexts } from '../items/get-text.ts';
import { createPassage } from '../passages/create-passage.ts';
import { querySearch } from '../search/query-search.ts';
import { listEntries } from '../journal/list-entries.ts';
import { bytesOf } from '../testing/import-one.ts';
import { newClaim } from '../testing/claim-fixtures.ts';
import { createExport } from '../export/create-export.ts';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import { engineState, reopen, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { acceptTexts, carryTexts } from './carry-texts.ts';
import { dropDraft, listDrafts, putDraft } from './drafts.ts';
import { exportTrack } from './export-track.ts';
import { importTranscript } from './import-transcript.ts';
import { keepTranscript, keepTranslation } from './keep-transcript.ts';
import { previewTranscript } from './preview-transcript.ts';

const arabic = 'قالت اللجنة إن نحو 1236 جثة استُخرجت';
const damaged = `1\n00:00:01,000 --> 00:00:03,000\n${arabic}\n\n2\n00:00:05,000 --> 00:00:04,000\nمن ثلاث مقابر جماعية\n3\n-00:00:02,000 --> 00:00:00,500\nفي الرقة\n`;

let ctx: CaseContext;
let engine: EngineState;
let folder: string;
let itemId: string;
beforeEach(async () => {
  ({ ctx, engine, folder } = await temporaryCase());
  itemId = await keepRecording(ctx);
});

async function keepRecording(into: CaseContext): Promise<string> {
  const blob = await into.store.keepBytes('a recording');
  return keepItem(into, {
    type: 'video', title: 'Statement of the committee', source: 'test', sourceUrl: null, language: null, originalName: 'a.mp4',
    method: 'import', capturedAt: into.ports.now().toISOString(), gaps: [], facts: { media: { durationSeconds: 30 } },
    files: [{ key: 'original', role: 'original', blob, name: 'a.mp4', mediaType: 'video/mp4' }], text: null,
  }); // prettier-ignore
}

async function file(name: string, bytes: Buffer | string): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return path;
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof HoldfastError ? error.code : String(error)),
  );
const line = (from: number | null, to: number | null, text: string) => ({ from, to, text, speaker: null });
const clean = async () => (await runVerify(ctx, {})).findings.map(({ code, subject }) => `${code} ${subject}`);

describe('a file of subtitles', () => {
  it.each(['windows-1256', 'utf-16le', 'utf-8 with a mark', 'windows-1251'])('in %s is told, kept as it came and read', async (name) => {
    const russian = name === 'windows-1251';
    const words = russian ? 'Комитет сообщил, что извлечены тела почти 1236 человек' : arabic;
    const text = russian
      ? damaged
          .replace(arabic, words)
          .replace('من ثلاث مقابر جماعية', 'Из трёх братских могил в городе')
          .replace('في الرقة', 'В городе Ракка')
      : damaged;
    const bytes = name.startsWith('utf-8') ? Buffer.from(`\ufeff${text}`) : iconv.encode(text, name, { addBOM: name.startsWith('utf-16') });
    const path = await file('words.srt', bytes);
    const preview = await previewTranscript(ctx, { itemId, path });
    expect(preview).toMatchObject({ charset: name.replace(' with a mark', ''), format: 'srt', cues: 3, keptAs: null });
    expect(preview.warnings.map(({ line: at, cause }) => `${at} ${cause}`)).toEqual([
      '6 end-before-start',
      '9 blank-missing',
      '9 negative-time',
      '9 out-of-order',
    ]);
    expect((await listTexts(ctx, itemId)).length).toBe(0);

    const kept = await importTranscript(ctx, { itemId, path, kind: 'transcript', language: 'ar' });
    const texts = await listTexts(ctx, itemId);
    expect(texts).toMatchObject([{ fileId: kept.fileId, kind: 'transcript', language: 'ar', tool: 'holdfast cues' }]);
    expect(texts[0]!.toolParameters).toMatchObject({ charset: preview.charset, confidence: preview.confidence, remarks: 4 });
    const read = await getText(ctx, itemId, kept.fileId);
    expect(read!.text.split('\n')[1]).toBe(words);
    expect(read!.map).toMatchObject({ kind: 'cues', cues: [{ from: 0, to: 0.5 }, { from: 1, to: 3 }, { from: 5 }] });
    const received = (await getItem(ctx, itemId)).files.find(({ id }) => id === kept.receivedFileId)!;
    expect(received).toMatchObject({ role: 'transcript', parentFileId: null, tool: null });
    expect(await bytesOf(ctx, { files: [received] }, 'transcript')).toEqual(bytes);
    expect(await codeOf(importTranscript(ctx, { itemId, path, kind: 'transcript', language: 'ar' }))).toBe('already-exists');
    expect((await querySearch(ctx, { words: words.split(' ')[1]!, limit: 10, offset: 0 })).rows[0]).toMatchObject({
      kind: 'item',
      id: itemId,
    });
    expect(await clean()).toEqual([]);
  });

  it('is read again in the charset a person chooses, and its bytes are kept once', async () => {
    const path = await file('words.srt', iconv.encode(damaged, 'windows-1256'));
    const wrong = await importTranscript(ctx, { itemId, path, kind: 'transcript', language: 'ar', charset: 'windows-1251' });
    expect((await previewTranscript(ctx, { itemId, path, charset: 'windows-1251' })).keptAs).toBe(wrong.fileId);
    const right = await importTranscript(ctx, { itemId, path, kind: 'transcript', language: 'ar', charset: 'windows-1256' });
    expect(right.receivedFileId).toBe(wrong.receivedFileId);
    expect((await getText(ctx, itemId, right.fileId))!.text).toContain(arabic);
    expect((await listTexts(ctx, itemId)).map(({ toolParameters }) => toolParameters!['chosenBy'])).toEqual(['tester', 'tester']);
  });

  it('says why it is refused and what still works', async () => {
    const path = await file('words.txt', 'First line\n\nSecond line\n');
    expect(await previewTranscript(ctx, { itemId, path })).toMatchObject({
      format: null,
      cues: 0,
      lines: [line(null, null, 'First line'), line(null, null, 'Second line')],
    });
    expect(await codeOf(importTranscript(ctx, { itemId, path, kind: 'transcript', language: 'ar' }))).toBe('no-times');
    expect(await codeOf(previewTranscript(ctx, { itemId, path: await file('empty.srt', '') }))).toBe('file-empty');
    expect(await codeOf(previewTranscript(ctx, { itemId, path: `${path}.gone` }))).toBe('file-missing');
    expect(await codeOf(importTranscript(ctx, { itemId, path, kind: 'translation', language: 'ar' }))).toBe('wrong-input');
    expect((await getItem(ctx, itemId)).files).toHaveLength(1);
    expect(await clean()).toEqual([]);
  });
});

describe('words typed by hand', () => {
  it('wait in a draft over a restart without an entry in the journal, and are kept once', async () => {
    const before = (await listEntries(ctx, { direction: 'descending', limit: 1, offset: 0 })).total;
    const draft = {
      id: engine.ports.newId(),
      itemId,
      kind: 'transcript',
      sourceFileId: null,
      corrects: null,
      language: 'ar',
      translator: null,
    } as const;
    await putDraft(ctx, { ...draft, lines: [line(1, 2, 'one')] });
    await putDraft(ctx, { ...draft, lines: [line(1, 2, 'one'), line(2, null, 'two'), line(null, null, '')] });
    ctx = await reopen(engine, folder);
    const [kept] = await listDrafts(ctx, { itemId });
    expect(kept).toMatchObject({
      ...draft,
      updatedBy: 'tester',
      lines: [{ text: 'one' }, { from: 2, to: null, text: 'two' }, { from: null }],
    });
    expect((await listEntries(ctx, { direction: 'descending', limit: 1, offset: 0 })).total).toBe(before);

    const { fileId } = await keepTranscript(ctx, { itemId, language: 'ar', lines: kept!.lines, draftId: draft.id });
    expect(await listDrafts(ctx, { itemId })).toEqual([]);
    expect(await listTexts(ctx, itemId)).toMatchObject([{ fileId, tool: 'person', toolParameters: { who: 'tester', lines: 2 } }]);
    expect(await getText(ctx, itemId, fileId)).toMatchObject({
      text: 'one\ntwo',
      map: {
        cues: [
          { start: 0, end: 3, from: 1, to: 2 },
          { start: 4, end: 7, from: 2, to: 3 },
        ],
      },
    });
    await putDraft(ctx, { ...draft, lines: [] });
    await dropDraft(ctx, { id: draft.id });
    expect(await listDrafts(ctx, { itemId })).toEqual([]);
    expect(await clean()).toEqual([]);
  });

  it('need a time on every line, forwards', async () => {
    const keep = (lines: ReturnType<typeof line>[]) => codeOf(keepTranscript(ctx, { itemId, language: 'en', lines }));
    expect(await keep([line(null, null, 'words')])).toBe('wrong-input');
    expect(await keep([line(2, 1, 'words')])).toBe('wrong-input');
    expect(await keep([line(2, 3, ' ')])).toBe('wrong-input');
  });

  it('are corrected by a new text; passages on the earlier one stay and are carried over', async () => {
    const first = await keepTranscript(ctx, {
      itemId,
      language: 'en',
      lines: [line(0, 2, 'Nearly 1236 bodies'), line(2, 4, 'were exumed here')],
    });
    const passages = await Promise.all(
      ['1236 bodies', 'were exumed'].map((quote) =>
        createPassage(ctx, { itemId, quote, textFileId: first.fileId, comment: quote, tags: [] }),
      ),
    );
    const second = await keepTranscript(ctx, {
      itemId,
      language: 'en',
      lines: [line(0, 2, 'Then: nearly 1236 bodies'), line(2, 4, 'were exhumed here')],
      corrects: first.fileId,
    });
    expect((await listTexts(ctx, itemId))[1]!.toolParameters).toMatchObject({ corrects: first.fileId });
    const carried = await carryTexts(ctx, { itemId, fromFileId: first.fileId, toFileId: second.fileId });
    expect(carried.passages.map(({ state, carriedTo }) => [state, carriedTo])).toEqual([
      ['moved', null],
      ['approximate', null],
    ]);
    const made = await acceptTexts(ctx, { itemId, toFileId: second.fileId, passageIds: [passages[0]!.id] });
    expect(made.passages).toMatchObject([
      { quote: '1236 bodies', textFileId: second.fileId, textKind: 'transcript', comment: '1236 bodies', from: 0, to: 2 },
    ]);
    expect(await codeOf(acceptTexts(ctx, { itemId, toFileId: second.fileId, passageIds: [passages[0]!.id] }))).toBe('already-exists');
    const again = await carryTexts(ctx, { itemId, fromFileId: first.fileId, toFileId: second.fileId });
    expect(again.passages[0]!.carriedTo).toBe(made.passages[0]!.id);
    expect(await clean()).toEqual([]);
  });
});

describe('a translation', () => {
  it('goes into the case file with its voices, its maker and its mark, and the case file agrees with its journal', async () => {
    const path = await file('words.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v الشاهد>قالت اللجنة\n');
    const source = await importTranscript(ctx, { itemId, path, kind: 'transcript', language: 'ar' });
    expect((await getText(ctx, itemId, source.fileId))!.map).toMatchObject({ cues: [{ speaker: 'الشاهد' }] });
    const translator = { kind: 'software', name: 'OpusMT 2.1' } as const;
    const { fileId } = await keepTranslation(ctx, {
      itemId,
      textFileId: source.fileId,
      language: 'en',
      translator,
      lines: ['The committee said'],
    });
    const passage = await createPassage(ctx, { itemId, quote: 'committee said', textFileId: fileId, comment: '', tags: [] });
    await newClaim(ctx, { evidence: [{ passageId: passage.id, stance: 'states' }] });
    const out = join(await temporaryFolder(), 'Case');
    await createExport(ctx, { out, zip: false });
    expect((await verifyCaseFile(engineState(), { path: out })).findings).toEqual([]);
    expect(await readFile(join(out, 'data/report/report.html'), 'utf8')).toContain(
      'Translation (en) by the program OpusMT 2.1, not words of the source.',
    );
    const annotations = JSON.parse(await readFile(join(out, 'data/annotations/passages.jsonld'), 'utf8')) as unknown;
    expect(JSON.stringify(annotations)).toContain('"holdfast:textKind":"translation"');
  });

  it('stands line by line beside its text, names its translator, and can be quoted and written out', async () => {
    const path = await file('words.srt', damaged);
    const source = await importTranscript(ctx, { itemId, path, kind: 'transcript', language: 'ar' });
    const translate = (lines: string[]) =>
      keepTranslation(ctx, { itemId, textFileId: source.fileId, language: 'en', translator: { kind: 'person', name: 'The desk' }, lines });
    expect(await codeOf(translate(['one']))).toBe('wrong-input');
    const { fileId } = await translate(['In Raqqa', 'Nearly 1236 bodies <were> exhumed', '']);
    const text = (await getText(ctx, itemId, fileId))!;
    expect(text).toMatchObject({ kind: 'translation', language: 'en', text: 'In Raqqa\nNearly 1236 bodies <were> exhumed\n' });
    expect(text.map).toMatchObject({
      cues: [
        { from: 0, to: 0.5 },
        { from: 1, to: 3 },
        { from: 5, start: 43, end: 43 },
      ],
    });
    expect((await listTexts(ctx, itemId))[1]!.toolParameters).toMatchObject({ translator: 'The desk', translates: source.fileId });
    expect(await createPassage(ctx, { itemId, quote: '1236 bodies', textFileId: fileId, comment: '', tags: [] })).toMatchObject({
      textKind: 'translation',
      from: 1,
      to: 3,
    });
    const out = join(await temporaryFolder(), 'out.vtt');
    expect(await exportTrack(ctx, { itemId, fileId, out })).toEqual({ path: out, lines: 2 });
    const written = await readFile(out, 'utf8');
    expect(written).toMatch(/^WEBVTT\nKind: captions\nLanguage: en\n\nNOTE Translation of Statement/);
    expect(written).toContain('00:00:01.000 --> 00:00:03.000\nNearly 1236 bodies &lt;were&gt; exhumed\n');
    expect(await codeOf(exportTrack(ctx, { itemId, fileId, out }))).toBe('export-target-exists');
    const again = await importTranscript(ctx, {
      itemId,
      path: out,
      kind: 'translation',
      language: 'en',
      translator: { kind: 'software', name: 'a program' },
      textFileId: source.fileId,
    });
    expect((await getText(ctx, itemId, again.fileId))!.text).toBe('In Raqqa\nNearly 1236 bodies <were> exhumed');
    expect(await clean()).toEqual([]);
  });
});
