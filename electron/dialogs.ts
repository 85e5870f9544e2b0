import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { shellWords as words } from './shell-words.ts';

/** Answers of the system's dialogs; `null` or an empty list when the person cancelled. */
export function createDialogs(window: () => BrowserWindow) {
  const caseFiles: FileFilter[] = [
    { name: words.caseFiles, extensions: ['zip'] },
    { name: words.allFiles, extensions: ['*'] },
  ];
  const annotationFiles: FileFilter[] = [
    { name: words.annotationFiles, extensions: ['jsonld', 'json'] },
    { name: words.allFiles, extensions: ['*'] },
  ];
  return {
    async chooseFiles({ folders }: { folders: boolean }) {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: folders ? words.chooseFolder : words.chooseFiles,
        properties: [folders ? 'openDirectory' : 'openFile', 'multiSelections'],
      });
      return { paths: filePaths };
    },
    async chooseCase() {
      const { filePaths } = await dialog.showOpenDialog(window(), { title: words.chooseCase, properties: ['openDirectory'] });
      return { folder: filePaths[0] ?? null };
    },
    async newCase({ title }: { title: string }) {
      const { filePath } = await dialog.showSaveDialog(window(), {
        title: words.createCase,
        defaultPath: join(app.getPath('documents'), `${fileName(title)}.holdfast`),
      });
      return { folder: filePath ? withSuffix(filePath, '.holdfast') : null };
    },
    async saveCaseFile({ name, zip }: { name: string; zip: boolean }) {
      const { filePath } = await dialog.showSaveDialog(window(), {
        title: words.saveCaseFile,
        defaultPath: join(app.getPath('documents'), `${fileName(name)}${zip ? '.zip' : ''}`),
        ...(zip ? { filters: caseFiles } : {}),
      });
      return { path: filePath || null };
    },
    async saveAnnotations({ name }: { name: string }) {
      const { filePath } = await dialog.showSaveDialog(window(), {
        title: words.saveAnnotations,
        defaultPath: join(app.getPath('documents'), `${fileName(name)}.jsonld`),
        filters: annotationFiles,
      });
      return { path: filePath || null };
    },
    async chooseAnnotations() {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: words.chooseAnnotations,
        filters: annotationFiles,
        properties: ['openFile'],
      });
      return { path: filePaths[0] ?? null };
    },
    async chooseCaseFile() {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: words.chooseCaseFile,
        filters: caseFiles,
        properties: process.platform === 'darwin' ? ['openFile', 'openDirectory'] : ['openFile'],
      });
      return { path: filePaths[0] ?? null };
    },
  };
}

/** A title as a file name every system accepts: no separators, no control characters, no trailing dot, not endless. */
export function fileName(title: string): string {
  const clean = title
    .replaceAll(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '');
  return clean || 'case';
}

function withSuffix(path: string, suffix: string): string {
  return path.endsWith(suffix) ? path : path + suffix;
}
