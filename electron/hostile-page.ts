import type { WebPreferences } from 'electron';

/** What every page that Holdfast did not write gets, wherever it is shown: a sandbox, and nothing to reach out of it with. */
export const hostilePage = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  plugins: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  autoplayPolicy: 'document-user-activation-required',
} as const satisfies WebPreferences;
