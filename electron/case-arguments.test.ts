import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { caseFolderIn, openRequests } from './case-arguments.ts';

it('finds the case folder among other arguments', () => {
  expect(caseFolderIn(['electron', '--no-sandbox', '/app', 'Raqqa "2018".holdfast/'], '/home/a')).toBe('/home/a/Raqqa "2018".holdfast');
  expect(caseFolderIn(['electron', '/app', '--x=y.holdfast'], '/')).toBeNull();
  expect(caseFolderIn(['/opt/x.holdfast'], '/')).toBeNull();
});

it('keeps what the system asks to open until someone takes it', () => {
  const app = new EventEmitter();
  const taken: string[] = [];
  const onOpenRequest = openRequests(app);
  app.emit('open-file', { preventDefault: () => undefined }, '/a.holdfast');
  onOpenRequest((folder) => taken.push(folder));
  app.emit('open-file', { preventDefault: () => undefined }, '/b.holdfast');
  expect(taken).toEqual(['/a.holdfast', '/b.holdfast']);
});
