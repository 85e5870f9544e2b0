/** Where the writer key of this installation lies when nobody says otherwise: the person's own configuration folder. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { openWriterKey, type WriterKey } from './writer-key.ts';

export function keyFolder(): string {
  const { HOLDFAST_KEYS, XDG_CONFIG_HOME, APPDATA } = process.env;
  if (HOLDFAST_KEYS !== undefined && HOLDFAST_KEYS !== '') return HOLDFAST_KEYS;
  if (process.platform === 'win32') return join(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Holdfast', 'keys');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Holdfast', 'keys');
  return join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Holdfast', 'keys');
}

/** Opens the key when it is first needed and keeps it for the process; one that cannot be used is tried again. */
export function writerKeyIn(folder: string): () => WriterKey {
  let key: WriterKey | null = null;
  return () => (key ??= openWriterKey(folder));
}
