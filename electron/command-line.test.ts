import { expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, utilityProcess: {} }));
const { commandIn } = await import('./command-line.ts');

it('tells a command from a case to open', () => {
  expect(commandIn(['/opt/holdfast', 'list', '--case', 'X'], true)).toEqual(['list', '--case', 'X']);
  expect(commandIn(['/opt/holdfast', '--no-sandbox', 'verify', '--json'], true)).toEqual(['verify', '--json']);
  expect(commandIn(['/opt/holdfast', '--help'], true)).toEqual(['--help']);
  expect(commandIn(['/opt/holdfast', 'X.holdfast'], true)).toBeNull();
  expect(commandIn(['/opt/holdfast', '/cases/verify'], true)).toBeNull();
  expect(commandIn(['/opt/holdfast'], true)).toBeNull();
  expect(commandIn(['electron', '/checkout', 'list'], false)).toBeNull();
});
