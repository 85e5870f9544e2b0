/** Saved views of the claims are settings of the case, one row and one journal entry a view: `claimView:ID`. */
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { claimView, type KeptView } from '#shared/model/claim-views.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../../context.ts';
import { mutate } from '../../journal/mutate.ts';

const PREFIX = 'claimView:';

/** By name. What was kept by another version and is not understood is told apart and left as it is. */
export async function listViews(ctx: Pick<CaseContext, 'read'>): Promise<CallOutput<'claims.views'>> {
  const rows = await ctx.read.selectFrom('caseSetting').selectAll().where('name', 'like', `${PREFIX}%`).orderBy('name').execute();
  const told: CallOutput<'claims.views'> = { views: [], broken: [] };
  for (const { name, value } of rows) {
    const id = name.slice(PREFIX.length);
    const kept = read(value);
    if (kept === null) continue;
    const parsed = claimView.safeParse(kept);
    if (parsed.success) told.views.push({ id, view: parsed.data });
    else told.broken.push({ id, name: nameOf(kept), problem: firstProblem(parsed.error.issues) });
  }
  told.views.sort((a, b) => a.view.name.localeCompare(b.view.name, 'en'));
  return told;
}

/** `already-exists` when another view has the name; `not-found` for an `id` that is no view. */
export async function saveView(ctx: CaseContext, { id: given, view }: ParsedInput<'claims.saveView'>): Promise<KeptView> {
  const { views } = await listViews(ctx);
  const same = views.find((one) => one.view.name === view.name && one.id !== given);
  if (same !== undefined) throw new HoldfastError('already-exists', { kind: 'view', id: view.name });
  if (given !== undefined && !views.some((one) => one.id === given)) throw new HoldfastError('not-found', { kind: 'view', id: given });
  const id = given ?? ctx.ports.newId();
  await put(ctx, id, JSON.parse(JSON.stringify(view)) as Json);
  return { id, view };
}

/** A view that is not understood can be removed too. */
export async function removeView(ctx: CaseContext, { id }: ParsedInput<'claims.removeView'>): Promise<void> {
  const { views, broken } = await listViews(ctx);
  if (![...views, ...broken].some((one) => one.id === id)) throw new HoldfastError('not-found', { kind: 'view', id });
  await put(ctx, id, null);
}

async function put(ctx: CaseContext, id: string, value: Json): Promise<void> {
  const name = `${PREFIX}${id}`;
  const row = { name, value: JSON.stringify(value) };
  await mutate(ctx, { action: 'case.configured', subject: name, payload: { name, value } }, async (trx) => {
    await trx
      .insertInto('caseSetting')
      .values(row)
      .onConflict((oc) => oc.column('name').doUpdateSet(row))
      .execute();
  });
}

function read(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function nameOf(kept: unknown): string | null {
  const name = typeof kept === 'object' && kept !== null && 'name' in kept ? kept.name : null;
  return typeof name === 'string' ? name : null;
}

function firstProblem(issues: readonly { path: readonly PropertyKey[]; message: string }[]): string {
  const [issue] = issues;
  return issue === undefined ? '' : [issue.path.map(String).join('.'), issue.message].filter((part) => part !== '').join(': ');
}
