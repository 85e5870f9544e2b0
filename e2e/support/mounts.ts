import { execFileSync } from 'node:child_process';
import { test } from 'playwright/test';

/**
 * A full disk and a folder even root cannot write to need a mount, which only root on Linux can make. Elsewhere the
 * test is reported as skipped, never as passed.
 */
export function needsMounts(): void {
  test.skip(process.getuid?.() !== 0 || process.platform !== 'linux', 'needs root on Linux to mount');
}

/** Makes a folder read-only for everyone until `undo`. */
export function mountReadOnly(folder: string): () => void {
  execFileSync('mount', ['--bind', folder, folder]);
  execFileSync('mount', ['-o', 'remount,ro,bind', folder]);
  return () => void execFileSync('umount', [folder]);
}

/** Makes a new folder that holds `megabytes` and no more, until `undo`. */
export function mountSmallDisk(folder: string, megabytes: number): () => void {
  execFileSync('mkdir', ['-p', folder]);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  return () => void execFileSync('umount', [folder]);
}
