import { join } from 'node:path';
import { app } from 'electron';

/** Files of the program itself, in a checkout as in a package. */
export function appFile(...parts: string[]): string {
  return join(app.getAppPath(), ...parts);
}

/** The same for files another program must read: those lie beside the archive a package is. */
export function unpackedFile(...parts: string[]): string {
  return appFile(...parts).replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked');
}
