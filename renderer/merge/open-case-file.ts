import { call } from '../shell/engine.ts';

/** Asks for a case file and shows it for reading. */
export async function chooseAndOpenCaseFile(): Promise<void> {
  const { path } = await call('dialogs.chooseCaseFile', {});
  if (path !== null) await call('casefile.open', { path });
}

/** Asks where, and makes a case from the case file that is shown. */
export async function makeCaseFromFile(path: string, title: string): Promise<void> {
  const { folder } = await call('dialogs.newCase', { title });
  if (folder !== null) await call('casefile.import', { path, folder });
}
