import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';
import type { CaseSnapshot } from './case-snapshot.ts';

export type EvidenceCheck = {
  findings: Finding[];
  links: number;
  /** Ids of the links and of the ends that are gone: named here, so that nothing else needs to name them. */
  gone: Set<string>;
};

type Link = { id: string; claimId: string; passageId: string; passage: number; claim: number; itemId: string | null };

/**
 * Links between claim and passage whose ends are there no more. Whoever removes a claim lets its links go with it;
 * a passage cannot be removed while a standing claim leans on it.
 */
const DANGLING = `SELECT e.id, e.claimId, e.passageId, p.itemId,
    p.id IS NOT NULL AND NOT (EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = p.id) AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = e.claimId)) AS passage,
    c.id IS NOT NULL AS claim
  FROM evidence e LEFT JOIN passage p ON p.id = e.passageId LEFT JOIN claim c ON c.id = e.claimId
  WHERE NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = e.id) AND (NOT passage OR NOT claim) ORDER BY e.id`;

export function checkEvidence({ raw }: CaseSnapshot): EvidenceCheck {
  const { links } = raw.prepare('SELECT count(*) AS links FROM evidence').get() as { links: number };
  const rows = raw.prepare(DANGLING).all() as Link[];
  return {
    links,
    gone: new Set(
      rows.flatMap((row) => [row.id, ...(row.passage === 0 ? [row.passageId] : []), ...(row.claim === 0 ? [row.claimId] : [])]),
    ),
    findings: rows.map((row) =>
      makeFinding('evidence-dangling', row.id, {
        itemId: row.itemId,
        facts: { end: row.passage === 0 ? 'passage' : 'claim', claimId: row.claimId, passageId: row.passageId },
      }),
    ),
  };
}
