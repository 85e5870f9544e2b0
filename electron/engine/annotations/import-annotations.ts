/** Passages from a file of W3C Web Annotations: gathered and placed first, then made all at once. */
import { basename } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { passageOrigin, type AnnotationFate, type AnnotationsRead } from '#shared/model/annotations.ts';
import { passageNotes, type PassageNotes, type PassageTarget } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import { mutate } from '../journal/mutate.ts';
import { requireElement } from '../passages/area-anchor.ts';
import { nativeOf, newPassage, type Given, type NewPassage } from '../passages/create-passage.ts';
import type { Ground } from '../passages/draft-passage.ts';
import { knownPassage } from './known-passage.ts';
import { placeAnnotation } from './place-annotation.ts';
import { readAnnotation, uuidOf, type ReadAnnotation } from './read-annotation.ts';
import { readAnnotationFile } from './read-annotation-file.ts';

/** What becomes of an annotation, and the passage it would be. */
type Step = { fate: AnnotationFate; plan: Plan | null };
type Plan = { ground: Ground; input: PassageTarget & PassageNotes; given: Given & { id: string } };

/**
 * Makes passages of the annotations that can be placed surely: letter for letter, at their place or moved. Others are
 * refused, each with its reason; what is here already is left alone. One act: all are made, or none when it fails.
 * @throws HoldfastError as `readAnnotationFile` does; not-found for an unknown `itemId`; cancelled
 */
export async function importAnnotations(ctx: CaseContext, input: ParsedInput<'annotations.import'>): Promise<AnnotationsRead> {
  const name = basename(input.path);
  const { annotations, sha256 } = await readAnnotationFile(input.path);
  return ctx.jobs.run({ id: input.jobId, kind: 'import', subject: name, unit: 'steps' }, async (job) => {
    const steps = await placeAll(ctx, annotations, { fileSha256: sha256, itemId: input.itemId ?? null }, job);
    const plans = steps.flatMap((step) => step.plan ?? []);
    const fates = steps.map(({ fate }) => fate);
    const counts = { made: plans.length, already: count(fates, 'already'), refused: count(fates, 'refused') };
    if (!input.trial && plans.length > 0) await keepAll(ctx, await passagesOf(ctx, plans, job), { name, sha256, ...counts });
    return { fates, counts, isTrial: input.trial };
  });
}

function count(fates: readonly AnnotationFate[], fate: AnnotationFate['fate']): number {
  return fates.filter((one) => one.fate === fate).length;
}

async function keepAll(
  ctx: CaseContext,
  made: readonly NewPassage[],
  told: { name: string; sha256: string; made: number; already: number; refused: number },
) {
  const { caseId } = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  const acts = [{ action: 'annotations.imported', subject: caseId, payload: told }, ...made.map(({ act }) => act)];
  await mutate(ctx, acts, async (trx) => {
    for (const passage of made) await passage.write(trx);
  });
}

type About = { fileSha256: string; itemId: string | null };

async function placeAll(ctx: CaseContext, annotations: readonly unknown[], about: About, job: JobHandle): Promise<Step[]> {
  const steps: Step[] = [];
  const seen = new Set<string>();
  job.progress({ total: annotations.length });
  for (const [index, value] of annotations.entries()) {
    job.signal.throwIfAborted();
    const annotation = readAnnotation(value);
    const step = await placeOne(ctx, annotation, { ...about, number: index + 1 });
    // The same annotation twice in one file is one passage.
    const twice = step.plan !== null && annotation?.id != null && seen.has(annotation.id);
    if (annotation?.id != null) seen.add(annotation.id);
    if (!twice) steps.push(step);
    job.progress({ done: index + 1 });
  }
  return steps;
}

async function placeOne(ctx: CaseContext, annotation: ReadAnnotation | null, about: About & { number: number }): Promise<Step> {
  const { number, fileSha256 } = about;
  const quote = annotation === null ? '' : quoteOf(annotation);
  const told = { number, annotationId: annotation?.id ?? null, quote };
  const refuse = (
    reason: Extract<AnnotationFate, { fate: 'refused' }>['reason'],
    itemId: string | null = null,
    found: string | null = null,
  ): Step => ({
    fate: { fate: 'refused', ...told, reason, itemId, found },
    plan: null,
  });
  if (annotation === null) return refuse('unreadable');
  const known = await knownPassage(ctx, annotation.id);
  if (known !== null)
    return known.stands ? { fate: { fate: 'already', ...told, passageId: known.id }, plan: null } : refuse('removed-here');
  const { itemId, ground, placed } = await placeAnnotation(ctx, annotation, about.itemId);
  if (itemId === null) return refuse('no-source');
  if (placed.target === null) return refuse(placed.reason, itemId, placed.found);
  const notes = passageNotes.safeParse(annotation);
  const origin = passageOrigin.safeParse({
    annotationId: annotation.id,
    creator: annotation.creator,
    created: annotation.created,
    fileSha256,
  });
  // Longer than anything a person writes: not cut, because what was left out might be what matters.
  if (!notes.success || !origin.success) return refuse('unreadable', itemId);
  const given = { origin: origin.data, id: uuidOf(annotation.id) };
  const input = { ...placed.target, ...notes.data };
  try {
    await requireElement(ctx, ground.item, input);
    // Made without its files to see whether it can be; made with them once it is to be kept.
    const { id } = newPassage(ctx, ground, input, undefined, given);
    const fate = { fate: 'made' as const, ...told, passageId: id, itemId, state: placed.state, score: placed.score };
    return { fate, plan: { ground, input, given: { ...given, id } } };
  } catch (error) {
    if (!(error instanceof HoldfastError) || !refusals.has(error.code)) throw error;
    return refuse(error.code === 'passage-ambiguous' ? 'words-ambiguous' : 'outside', itemId);
  }
}

/** Each file is read once for all that is marked in it. */
async function passagesOf(ctx: CaseContext, plans: readonly Plan[], job: JobHandle): Promise<NewPassage[]> {
  const made = new Map<string, NewPassage>();
  for (const ofText of Map.groupBy(plans, ({ ground }) => `${ground.item.id} ${ground.text?.fileId}`).values()) {
    job.signal.throwIfAborted();
    const ground = ofText[0]!.ground;
    const native = await nativeOf(
      ctx,
      ground,
      ofText.map(({ input }) => input),
    );
    for (const [index, { input, given }] of ofText.entries()) made.set(given.id, newPassage(ctx, ground, input, native[index], given));
  }
  // In the order they stand in the file.
  return plans.flatMap(({ given }) => made.get(given.id) ?? []);
}

/** What a target that cannot be marked is refused with; anything else is a failure of the import. */
const refusals = new Set(['wrong-input', 'passage-unresolved', 'passage-ambiguous', 'not-supported']);

function quoteOf({ targets }: ReadAnnotation): string {
  for (const { selectors } of targets) for (const one of selectors) if (one.type === 'TextQuoteSelector') return one.exact.slice(0, 200);
  return '';
}
