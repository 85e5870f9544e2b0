/** Words that a merge writes into the journal as a reason. */
export const mergeActWords = {
  broughtBack: 'It was removed here, and something that came in from another copy leans on it.',
} as const;
