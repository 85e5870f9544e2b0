export async function startVerify(): Promise<void> {}
