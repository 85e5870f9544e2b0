import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * How this program was made. `development`: run from a checkout. `test`: a package built for tests, which says so
 * in its manifest. `shipped`: anything else; it takes no switches from its environment.
 */
export type BuildKind = 'development' | 'test' | 'shipped';

export function buildKind(): BuildKind {
  if (!app.isPackaged) return 'development';
  const manifest: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
  const isTest = typeof manifest === 'object' && manifest !== null && 'holdfastBuild' in manifest;
  return isTest && manifest.holdfastBuild === 'test' ? 'test' : 'shipped';
}

/** A switch from the environment; never heeded by a shipped program. */
export function developerSwitch(name: string): string | null {
  if (buildKind() === 'shipped') return null;
  return process.env[name] || null;
}
