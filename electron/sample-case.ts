import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { ParsedInput } from '#shared/contract.ts';
import type { CaseInfo } from '#shared/model/case.ts';
import { unpackedFile } from './app-files.ts';
import { capture } from './captures.ts';
import { announced } from './running-work.ts';
import { buildSampleCase } from './sample/build-sample-case.ts';
import type { Shell } from './shell.ts';

/** Opens the sample case of this person, making it first when it is not there. */
export async function openSample(shell: Shell, { jobId }: ParsedInput<'sample.open'>): Promise<CaseInfo> {
  const folder = join(app.getPath('userData'), 'sample', 'Raqqa sample.holdfast');
  if (existsSync(folder)) return shell.engine.call('case.open', { folder });
  return shell.running.run(jobId, (signal, id) =>
    announced({ id, kind: 'sample', subject: folder, unit: 'steps' }, shell.emit, async (progress) => {
      try {
        const { info } = await buildSampleCase({
          engine: shell.engine,
          capture: (url, own) => capture(shell, { url }, own),
          sampleDir: unpackedFile('sample'),
          folder,
          onProgress: ({ subject, done, total }) => progress({ subject, done, total }),
          signal,
        });
        return info;
      } catch (error) {
        // Half a sample would be opened as a whole one the next time; it is ours to take away, unlike a person's case.
        await shell.engine.call('case.close', {}).catch(() => undefined);
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
    }),
  );
}
