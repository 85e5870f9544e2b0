/** What the demo prints. */
import type { SampleProgress, SampleStep } from './build-sample-case.ts';

const steps: Record<SampleStep, (at: SampleProgress) => string> = {
  case: ({ subject }) => `Making a case: ${subject}`,
  capture: ({ subject }) => `Capturing ${subject} with Chromium`,
  import: ({ subject }) => `Importing ${subject}`,
  parties: ({ total }) => `Writing down ${total} parties`,
  incidents: ({ total }) => `Writing down ${total} incidents`,
  passages: ({ total }) => `Marking ${total} passages`,
  claims: ({ total }) => `Writing ${total} claims, each on its passages`,
  relations: ({ total }) => `Relating claims and parties, ${total} times`,
  grades: ({ total }) => `Judging claims and incidents, ${total} times, each with its reason`,
  verify: () => 'Verifying the case',
};
/** Slow pieces get a line each, the others one line a step. */
const eachPiece = new Set<SampleStep>(['capture', 'import']);

export const demoWords = {
  step: (at: SampleProgress) => (at.done === 0 || eachPiece.has(at.step) ? steps[at.step](at) : null),
  kept: (c: { items: number; passages: number; claims: number; incidents: number }, entries: number) =>
    `Kept ${c.items} items, ${c.passages} passages, ${c.claims} claims and ${c.incidents} incidents; the journal has ${entries} entries`,
  checked: (blobs: number, passages: number, findings: number) =>
    `Hashed ${blobs} blobs again and found ${passages} passages in their texts: ${findings === 0 ? 'no findings' : `${findings} findings`}`,
  reopened: (passages: number) => `Opened the case again: all ${passages} passages stand on their exact words`,
  moved: (passages: number) => `Opened the case again: ${passages} passages are not on their exact words`,
  found: (words: string, hits: number) => `Searching “${words}” finds ${hits} places`,
  measure: (code: string, act: string, unit: string, figures: string) => `${code}, ${act}, ${unit}: ${figures}`,
  exporting: 'Writing the case file',
  checkedFile: (files: number, entries: number, findings: number) =>
    `Checked the case file: ${files} files, ${entries} journal entries, ${findings === 0 ? 'no findings' : `${findings} findings`}`,
  finding: (code: string, subject: string) => `  ${code}: ${subject}`,
  failed: 'The demo found something that does not hold.',
  casePath: (path: string) => `Case: ${path}`,
  filePath: (path: string) => `Verified case file: ${path}`,
};
