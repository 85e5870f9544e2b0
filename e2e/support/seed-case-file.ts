import { join } from 'node:path';
import { contract } from '#shared/contract.ts';
import { exportSelection } from '#shared/model/selection.ts';
import { createCase } from '#engine/case/open-case.ts';
import { createClaim } from '#engine/claims/write-claims.ts';
import type { EngineState } from '#engine/context.ts';
import { systemPorts } from '#engine/system-ports.ts';
import { createExport } from '#engine/export/create-export.ts';
import { Jobs } from '#engine/jobs/jobs.ts';
import { keyFolder, writerKeyIn } from '#engine/keys/key-folder.ts';
import { createPassage } from '#engine/passages/create-passage.ts';
import { keepTextItem } from '#engine/testing/keep-text-item.ts';
import { root } from './launch.ts';

/** A title that would show itself if it were ever taken for markup. */
export const hostileTitle = 'مقابر الرقة الجماعية <img src=x onerror="document.title=\'taken over\'">';

/** Case files made by the engine itself: `whole` and `zip` of a case, `part` of it with its source withheld. */
export async function seedCaseFile(folder: string): Promise<{ whole: string; zip: string; part: string }> {
  const emit = () => {};
  const settings = { actor: 'seed', migrations: join(root, 'migrations'), version: 'test', writerKey: writerKeyIn(keyFolder()) };
  const engine: EngineState = { open: null, jobs: new Jobs(emit, systemPorts.newId), ports: systemPorts, settings, emit };
  const ctx = await createCase(engine, join(folder, 'Case.holdfast'), hostileTitle);
  // Made for one test and thrown away: nothing is lost if the machine stops half-way.
  ctx.writer?.raw.pragma('synchronous = OFF');
  const [whole, zip, part] = [join(folder, 'Raqqa'), join(folder, 'Raqqa.zip'), join(folder, 'Part')];
  try {
    const itemId = await keepTextItem(ctx, 'Workers exhumed nearly 1,236 bodies from three mass graves. رفات 1,236 شخصا', hostileTitle);
    await keepTextItem(ctx, 'Another text about a school.', 'School');
    const passage = await createPassage(ctx, { itemId, quote: 'nearly 1,236 bodies', comment: 'the figure', tags: ['count'] });
    const input = { act: 'exhumed', evidence: [{ passageId: passage.id, stance: 'states' as const }] };
    const claim = await createClaim(ctx, contract['claims.create'].input.parse(input));
    await createExport(ctx, { out: whole, zip: false });
    await createExport(ctx, { out: zip, zip: true });
    const selection = exportSelection.parse({ claimIds: [claim.id], withheld: [{ itemId, reason: 'protects a witness' }] });
    await createExport(ctx, { out: part, zip: false, selection });
  } finally {
    await ctx.close();
  }
  return { whole, zip, part };
}
