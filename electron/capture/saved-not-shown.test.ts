import { expect, it } from 'vitest';
import { savedNotShown } from './saved-not-shown.ts';

it('has a PDF, a picture or a recording saved, by the name it is given, and leaves everything else as it is', () => {
  expect(savedNotShown({ 'content-type': ['application/pdf; x=y'] })['Content-Disposition']).toEqual(['attachment']);
  const named = savedNotShown({ 'Content-Type': ['application/pdf'], 'content-disposition': ['inline; filename="a.pdf"'] });
  expect(named).toEqual({ 'Content-Type': ['application/pdf'], 'Content-Disposition': ['attachment; filename="a.pdf"'] });
  for (const type of ['image/png', 'image/svg+xml', 'video/mp4; codecs=avc1', 'Audio/MPEG'])
    expect(savedNotShown({ 'content-type': [type] })['Content-Disposition']).toEqual(['attachment']);
  for (const headers of [
    { 'content-type': ['text/html'] },
    {},
    { 'content-type': ['application/pdf'], 'content-disposition': ['attachment; filename=b'] },
  ])
    expect(savedNotShown(headers)).toBe(headers);
});
