import { expect, it } from 'vitest';
import { caseFolderIn } from './case-arguments.ts';

it('finds the case folder among other arguments', () => {
  expect(caseFolderIn(['electron', '--no-sandbox', '/app', 'Raqqa "2018".holdfast/'], '/home/a')).toBe('/home/a/Raqqa "2018".holdfast');
  expect(caseFolderIn(['electron', '/app', '--x=y.holdfast'], '/')).toBeNull();
  expect(caseFolderIn(['/opt/x.holdfast'], '/')).toBeNull();
});
