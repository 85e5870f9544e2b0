import { join } from 'node:path';
import { app } from 'electron';
import { unpackedFile } from './app-files.ts';
import { developerSwitch } from './build-kind.ts';
import { settingsFileOf } from './settings.ts';
import { nodeLink, utilityLink, type EngineLink } from './engine-link.ts';

/** Starts the engine process the way this build can. `actor` is who acts, as the journal names them. */
export function startEngine(actor: string): EngineLink {
  const start = {
    entry: unpackedFile('out', 'engine', 'main.js'),
    env: { ...engineEnvironment(), HOLDFAST_ACTOR: actor },
  };
  const node = developerSwitch('HOLDFAST_ENGINE_NODE');
  return node === null ? utilityLink(start) : nodeLink(start, node);
}

/** What every process that makes an engine must be told. */
export function engineEnvironment(): Record<'HOLDFAST_MIGRATIONS' | 'HOLDFAST_VERSION' | 'HOLDFAST_SETTINGS' | 'HOLDFAST_KEYS', string> {
  return {
    HOLDFAST_MIGRATIONS: unpackedFile('migrations'),
    HOLDFAST_VERSION: app.getVersion(),
    HOLDFAST_KEYS: join(app.getPath('userData'), 'keys'),
    HOLDFAST_SETTINGS: settingsFileOf(app.getPath('userData')),
  };
}
