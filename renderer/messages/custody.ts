/** Words of the custody place. */
export const custodyMessages = {} as const;
