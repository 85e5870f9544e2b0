import type { Passage } from '#shared/model/passages.ts';

/** What a person writes about a passage and may change. */
export const writtenFields = ['comment', 'tags', 'language', 'translation', 'translator'] as const;
export type PassageWritten = Pick<Passage, (typeof writtenFields)[number]>;
