import type { Block } from './blocks.ts';
import type { ReportInput } from './report-input.ts';
import { claimSections } from './sections/claim.ts';
import { cover } from './sections/cover.ts';
import { exhibitSections } from './sections/exhibits.ts';
import { goneSection } from './sections/gone.ts';
import { incidentSections } from './sections/incident.ts';
import { methodSections } from './sections/method.ts';
import { sealSection } from './sections/seals.ts';
import { summary } from './sections/summary.ts';
import { withheldSection } from './sections/withheld.ts';

/** The report from cover to index: every figure leads to its claim, its words, their picture, their file, its hash and its seal. */
export function reportBlocks(input: ReportInput): Block[] {
  return [
    ...cover(input),
    ...summary(input),
    ...incidentSections(input),
    ...claimSections(input),
    ...goneSection(input),
    ...withheldSection(input),
    ...sealSection(input),
    ...methodSections(input),
    ...exhibitSections(input),
  ];
}
