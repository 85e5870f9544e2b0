import { sql } from 'kysely';

/**
 * The numbers of all acts about an item and what hangs on it: its files, passages and links between them, evidence and
 * the claims it leads to, grades, redactions, versions, and the exports that took it along. Each step goes by an index.
 */
export function itemActs(itemId: string) {
  return sql`(WITH
    marked(id) AS (SELECT id FROM passage WHERE itemId = ${itemId}),
    leaning(id, claimId) AS (SELECT e.id, e.claimId FROM marked CROSS JOIN evidence e ON e.passageId = marked.id),
    about(id) AS (
      SELECT ${itemId}
      UNION SELECT id FROM file WHERE itemId = ${itemId}
      UNION SELECT id FROM marked
      UNION SELECT id FROM leaning
      UNION SELECT claimId FROM leaning
      UNION SELECT l.id FROM marked CROSS JOIN passageLink l ON l.fromId = marked.id
      UNION SELECT l.id FROM marked CROSS JOIN passageLink l ON l.toId = marked.id
      UNION SELECT g.id FROM leaning CROSS JOIN grade g ON g.subjectId = leaning.claimId
      UNION SELECT g.id FROM grade g WHERE g.subjectId = ${itemId}
      UNION SELECT id FROM redaction WHERE itemId = ${itemId}
      UNION SELECT id FROM itemVersion WHERE itemId = ${itemId}
      UNION SELECT id FROM itemVersion WHERE earlierId = ${itemId}
      UNION SELECT id FROM absence WHERE earlierId = ${itemId}
      UNION SELECT id FROM absence WHERE keptItemId = ${itemId}
    )
    SELECT j.seq FROM about CROSS JOIN journal j ON j.subject = about.id
    UNION SELECT j.seq FROM journal j WHERE j.action = 'export.created'
      AND j.seq > (SELECT k.seq FROM journal k WHERE k.subject = ${itemId} AND k.action = 'item.kept')
      AND (json_extract(j.payload, '$.selection') IS NULL OR instr(json_extract(j.payload, '$.selection'), ${itemId}) > 0)
  )`;
}
