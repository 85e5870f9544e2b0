/** The page: choosing, progress, cancelling, the result. */
import { filesOfDrop, filesOfPick, openCaseFile } from './case-files.js';
import { checkCaseFile } from './check-case-file.js';
import { byId, counted, sized } from './elements.js';
import { Pool } from './pool.js';
import { reportView } from './report-view.js';
import { serveTasks } from './tasks.js';

/** The window is told of progress so often, in milliseconds. */
const TELL_EVERY = 100;

/** @returns {import('./check-case-file.js').Progress} */
function shownProgress() {
  const [bar, words] = [/** @type {HTMLProgressElement} */ (byId('bar')), byId('progress-words')];
  const now = { words: '', total: 0, done: 0, files: 0, filesDone: 0, path: '', told: 0 };
  const tell = () => {
    now.told = performance.now();
    if (now.total > 0) bar.value = Math.min(1, now.done / now.total);
    else bar.removeAttribute('value');
    const files = now.files === 0 ? '' : ` ${now.filesDone.toLocaleString('en')} of ${counted(now.files, 'file')},`;
    words.textContent = now.words.startsWith('Reading') ? `${now.words}:${files} ${sized(now.done)} of ${sized(now.total)}` : now.words;
    byId('progress-path').textContent = now.path;
  };
  const seldom = () => {
    if (performance.now() - now.told >= TELL_EVERY) tell();
  };
  return {
    begin(text, total, files = 0) {
      Object.assign(now, { words: text, total, files, done: 0, filesDone: 0, path: '' });
      tell();
    },
    add(bytes) {
      now.done += bytes;
      seldom();
    },
    addFile(path) {
      now.filesDone += 1;
      now.path = path;
      seldom();
    },
  };
}

/** @param {'choose' | 'working' | 'report'} part */
function show(part) {
  for (const one of ['choose', 'working', 'report']) byId(one).hidden = one !== part;
  for (const button of ['again', 'print']) byId(button).hidden = part !== 'report';
}

/** @param {() => Promise<import('./case-files.js').Picked[]>} pick */
async function run(pick) {
  const abort = new AbortController();
  const program = byId('program').textContent ?? '';
  const pool = new Pool(program, Math.max(1, Math.min(4, navigator.hardwareConcurrency || 2)));
  const cancel = () => {
    abort.abort(new Error('cancelled'));
    pool.end();
  };
  byId('problem').textContent = '';
  byId('cancel').addEventListener('click', cancel);
  show('working');
  byId('cancel').focus();
  try {
    const opened = await openCaseFile(await pick());
    const allSha512 = /** @type {HTMLInputElement} */ (byId('all-sha512')).checked;
    const work = await checkCaseFile(opened, { pool, progress: shownProgress(), signal: abort.signal, allSha512 });
    byId('report').replaceChildren(...reportView(work));
    show('report');
    byId('verdict').focus();
  } catch (error) {
    byId('problem').textContent = abort.signal.aborted ? 'Cancelled. Nothing was found out.' : String(/** @type {Error} */ (error).message);
    show('choose');
    byId('choose-folder').focus();
  } finally {
    byId('cancel').removeEventListener('click', cancel);
    pool.end();
  }
}

function startPage() {
  for (const [button, name] of [
    ['choose-folder', 'folder'],
    ['choose-zip', 'zip'],
  ]) {
    const input = /** @type {HTMLInputElement} */ (byId(name));
    byId(button).addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      const picked = filesOfPick(/** @type {FileList} */ (input.files));
      input.value = '';
      if (picked.length > 0) void run(async () => picked);
    });
  }
  const over = (/** @type {boolean} */ is) => byId('drop').classList.toggle('over', is);
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    over(true);
  });
  document.addEventListener('dragleave', () => over(false));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    over(false);
    const items = event.dataTransfer?.items;
    if (items === undefined || items.length === 0 || !byId('working').hidden) return;
    const picked = filesOfDrop(items);
    void run(() => picked);
  });
  byId('again').addEventListener('click', () => show('choose'));
  byId('print').addEventListener('click', () => print());
  show('choose');
}

// The same text runs in the page and, without a document, in its workers.
if (typeof document === 'undefined') serveTasks();
else startPage();
