/** The entry of the thread that freezes pages of an archive. */
import { serveTasks } from '../worker/serve-tasks.ts';
import type { ArchivePageTask } from './archive-model.ts';
import { freezeArchivePage, type ArchivePageRead } from './freeze-archive-page.ts';

serveTasks<ArchivePageTask, ArchivePageRead>(freezeArchivePage);
