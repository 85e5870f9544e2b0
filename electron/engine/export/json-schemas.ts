import { z } from 'zod';
import {
  exportedAbsences,
  exportedBranch,
  exportedCarries,
  exportedCase,
  exportedClaims,
  exportedConsistency,
  exportedEvidence,
  exportedGrades,
  exportedIncidents,
  exportedItem,
  exportedKeys,
  exportedMerges,
  exportedParties,
  exportedProof,
  exportedRelations,
  exportedSeal,
  exportedSeals,
  exportedSettlements,
  exportedTags,
  exportedVersions,
  exportedVocabulary,
  exportedWithheld,
} from '#shared/model/case-file.ts';
import { journalEntry } from '#shared/model/journal.ts';

const schemas = {
  case: exportedCase,
  branch: exportedBranch,
  item: exportedItem,
  claims: exportedClaims,
  incidents: exportedIncidents,
  parties: exportedParties,
  evidence: exportedEvidence,
  relations: exportedRelations,
  merges: exportedMerges,
  grades: exportedGrades,
  settlements: exportedSettlements,
  vocabulary: exportedVocabulary,
  versions: exportedVersions,
  'carried-passages': exportedCarries,
  absences: exportedAbsences,
  tags: exportedTags,
  'journal-entry': journalEntry,
  keys: exportedKeys,
  seal: exportedSeal,
  seals: exportedSeals,
  consistency: exportedConsistency,
  proof: exportedProof,
  withheld: exportedWithheld,
};

/** JSON Schema (2020-12) of every JSON file in the bag, by file name. */
export function jsonSchemas(): [string, string][] {
  return Object.entries(schemas).map(([name, schema]) => {
    const json = { title: `Holdfast case file: ${name}`, ...z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any' }) };
    return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`];
  });
}
