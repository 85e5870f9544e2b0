import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron';
import { BACKUP_RECORD } from '#shared/model/backup.ts';
import { shellWords as words } from './shell-words.ts';

const anything: FileFilter = { name: words.allFiles, extensions: ['*'] };
const caseFiles: FileFilter[] = [{ name: words.caseFiles, extensions: ['zip'] }, anything];
const annotationFiles: FileFilter[] = [{ name: words.annotationFiles, extensions: ['jsonld', 'json'] }, anything];
const tableFiles: FileFilter[] = [{ name: words.tableFiles, extensions: ['csv', 'tsv', 'txt', 'json'] }, anything];
const sheetFiles: FileFilter[] = [
  { name: 'PDF', extensions: ['pdf'] },
  { name: 'HTML', extensions: ['html'] },
];
const transcriptFiles: FileFilter[] = [
  { name: 'WebVTT', extensions: ['vtt'] },
  { name: 'SubRip', extensions: ['srt'] },
];

/** Answers of the system's dialogs; `null` or an empty list when the person cancelled. */
export function createDialogs(window: () => BrowserWindow) {
  const open = async (options: OpenDialogOptions) => (await dialog.showOpenDialog(window(), options)).filePaths;
  /** `name` as a file name in the person's documents, with `suffix`. */
  const save = async (title: string, name: string, suffix: string, filters?: FileFilter[]) => {
    const defaultPath = join(app.getPath('documents'), `${fileName(name)}${suffix}`);
    const { filePath } = await dialog.showSaveDialog(window(), { title, defaultPath, ...(filters === undefined ? {} : { filters }) });
    return filePath || null;
  };
  return {
    async chooseFiles({ folders }: { folders: boolean }) {
      const title = folders ? words.chooseFolder : words.chooseFiles;
      return { paths: await open({ title, properties: [folders ? 'openDirectory' : 'openFile', 'multiSelections'] }) };
    },
    async chooseCase() {
      const [folder = null] = await open({ title: words.chooseCase, properties: ['openDirectory'] });
      return { folder };
    },
    async newCase({ title }: { title: string }) {
      const folder = await save(words.createCase, title, '.holdfast');
      return { folder: folder === null ? null : withSuffix(folder, '.holdfast') };
    },
    /** An empty folder and one that holds a backup are meant themselves; any other is where the folder of the backup lies. */
    async backupTarget({ title }: { title: string }) {
      const [folder] = await open({ title: words.saveBackup, properties: ['openDirectory', 'createDirectory'] });
      if (folder === undefined) return { path: null };
      const inside = await readdir(folder);
      const itself = inside.length === 0 || inside.includes(BACKUP_RECORD);
      return { path: itself ? folder : join(folder, `${fileName(title)} ${words.backup}`) };
    },
    async chooseBackup() {
      const [folder = null] = await open({ title: words.chooseBackup, properties: ['openDirectory'] });
      return { folder };
    },
    async saveCaseFile({ name, zip }: { name: string; zip: boolean }) {
      return { path: await (zip ? save(words.saveCaseFile, name, '.zip', caseFiles) : save(words.saveCaseFile, name, '')) };
    },
    async saveAnnotations({ name }: { name: string }) {
      return { path: await save(words.saveAnnotations, name, '.jsonld', annotationFiles) };
    },
    async saveSheet({ name }: { name: string }) {
      return { path: await save(words.saveSheet, name, '.pdf', sheetFiles) };
    },
    async saveTranscript({ name }: { name: string }) {
      return { path: await save(words.saveTranscript, name, '.vtt', transcriptFiles) };
    },
    async chooseAnnotations() {
      const [path = null] = await open({ title: words.chooseAnnotations, filters: annotationFiles, properties: ['openFile'] });
      return { path };
    },
    async saveTable({ name, format }: { name: string; format: 'csv' | 'json' }) {
      const filters = [{ name: format.toUpperCase(), extensions: [format] }];
      return { path: await save(words.saveTable, name, `.${format}`, filters) };
    },
    async chooseTable() {
      const [path = null] = await open({ title: words.chooseTable, filters: tableFiles, properties: ['openFile'] });
      return { path };
    },
    async chooseCaseFile() {
      const properties: OpenDialogOptions['properties'] = process.platform === 'darwin' ? ['openFile', 'openDirectory'] : ['openFile'];
      const [path = null] = await open({ title: words.chooseCaseFile, filters: caseFiles, properties });
      return { path };
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
