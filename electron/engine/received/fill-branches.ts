/** Branches of merged copies, from a case file back into rows. The rows of the branches themselves follow from the journal. */
import { z } from 'zod';
import { canonicalJson } from '#shared/canonical-json.ts';
import { exportedBranch } from '#shared/model/case-file.ts';
import type { CaseFileSource } from '../casefile/case-file-source.ts';
import type { RawRows, Shape } from '../rebuild/raw-rows.ts';
import { bagEntries, readJson } from './bag-reader.ts';

export const BRANCH = /^data\/journal\/branches\/([0-9a-f-]{36})\.json$/;

export async function fillBranches(rows: RawRows, source: CaseFileSource, signal: AbortSignal): Promise<void> {
  for (const path of source.files.keys()) {
    const branchId = BRANCH.exec(path)?.[1];
    if (branchId === undefined) continue;
    const { keys, seals } = exportedBranch.parse(await readJson(source, path));
    for await (const entry of bagEntries(source, signal, path.replace(/json$/, 'jsonl')))
      rows.insert('branchEntry', { ...entry, payload: canonicalJson(entry.payload), branchId });
    for (const key of keys) rows.insert('branchKey', { ...key, branchId });
    for (const { id, reason, head, tokens } of seals) {
      const { type: _type, caseId: _case, ...said } = head;
      rows.insert('branchSeal', { ...(said as Shape), id, reason, branchId });
      for (const { reply, ...token } of tokens)
        rows.insert('branchToken', { ...token, sealId: id, branchId, reply: Buffer.from(z.base64().parse(reply), 'base64') as never });
    }
  }
}
