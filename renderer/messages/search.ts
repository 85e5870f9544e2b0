/** Words of the search place. */
export const searchMessages = {} as const;
