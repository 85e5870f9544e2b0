import { readText } from './read-file.ts';
import { disagree, type ContentWork } from './content-check.ts';

const PAGE = 'data/report/report.html';
const shown = /<img src="(E-\d{3,}\.\d+(?:-\d+)?\.jpg)"/g;

/** Pictures that the report shows; each must be there. None is known when the report cannot be read. */
export async function reportFiles(work: ContentWork): Promise<string[]> {
  if (work.bag.bad.has(PAGE)) return [...work.source.files.keys()].filter((path) => path.startsWith('data/report/'));
  const page = await readText(work.source, PAGE);
  if (page === null) return [];
  const files = [...new Set([...page.matchAll(shown)].map(([, name = '']) => `data/report/${name}`))];
  for (const file of files) if (!work.source.files.has(file)) disagree(work, file, 'the report shows it, and it is not there');
  return files;
}
