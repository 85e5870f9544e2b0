/** Words of the library place. */
export const libraryMessages = {} as const;
