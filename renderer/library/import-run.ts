export async function importChosen(_folders: boolean): Promise<void> {}
