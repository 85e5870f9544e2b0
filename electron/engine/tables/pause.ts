/** Lets other calls have their turn, so that long work does not make the engine deaf. */
export async function pause(before: () => void = () => {}): Promise<void> {
  before();
  await new Promise((resolve) => setImmediate(resolve));
}
