/** For tests of faults: a disk of few megabytes, and a say over how much of it is left. */
import { execFileSync } from 'node:child_process';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { temporaryFolder } from '../testing/temporary-case.ts';

/** What the disk hands out at once, in bytes: no two writes of a file fall between two steps of it. */
export const STEP = 4096;

export type SmallDisk = {
  folder: string;
  /** Fills the disk until so many steps are left. */
  leave(steps: number): Promise<void>;
  /** Takes the filling away. */
  free(): Promise<void>;
};

/** Skips, and says so, where nothing may be mounted. */
export async function smallDisk(test: TestContext, megabytes: number): Promise<SmallDisk> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    console.warn(`A full disk was NOT tested: this machine does not let us mount one (${String(error)}).`);
    test.skip();
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  const filling = join(folder, 'filling');
  const free = () => rm(filling, { force: true });
  return {
    folder,
    free,
    async leave(steps) {
      await free();
      const { bavail, bsize } = await statfs(folder);
      await writeFile(filling, Buffer.alloc(Math.max(0, bavail * bsize - steps * STEP)));
    },
  };
}
