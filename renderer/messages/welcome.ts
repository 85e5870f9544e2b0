/** Words of the welcome place. */
export const welcomeMessages = {} as const;
