import { expect, it } from 'vitest';
import { savedNotShown } from './saved-not-shown.ts';

it('has a PDF saved, by the name it is given, and leaves everything else as it is', () => {
  expect(savedNotShown({ 'content-type': ['application/pdf; x=y'] })['Content-Disposition']).toEqual(['attachment']);
  const named = savedNotShown({ 'Content-Type': ['application/pdf'], 'content-disposition': ['inline; filename="a.pdf"'] });
  expect(named).toEqual({ 'Content-Type': ['application/pdf'], 'Content-Disposition': ['attachment; filename="a.pdf"'] });
  for (const headers of [
    { 'content-type': ['text/html'] },
    {},
    { 'content-type': ['application/pdf'], 'content-disposition': ['attachment; filename=b'] },
  ])
    expect(savedNotShown(headers)).toBe(headers);
});
