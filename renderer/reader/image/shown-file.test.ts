import { expect, test } from 'vitest';
import type { ItemFile } from '#shared/model/items.ts';
import { shownFile } from './shown-file.ts';

const file = (role: ItemFile['role'], mediaType: string) => ({ id: role, role, mediaType }) as ItemFile;
const how = (mediaType: string, width = 10, ...more: ItemFile[]) =>
  shownFile({ files: [file('original', mediaType), ...more], facts: { image: { width, height: width } } });

test('what Chromium draws is shown as it is, the rest by a picture made from it', () => {
  expect(how('image/jpeg').how).toBe('shown');
  expect(how('image/svg+xml', 90_000).how).toBe('shown');
  expect(how('image/tiff')).toEqual({ how: 'needs-preview', why: 'type' });
  expect(how('image/png', 20_000)).toEqual({ how: 'needs-preview', why: 'pixels' });
  expect(how('image/png', 20_000, file('proxy', 'image/png'))).toMatchObject({ how: 'preview', why: 'pixels', file: { role: 'proxy' } });
  expect(shownFile({ files: [], facts: {} }).how).toBe('none');
});
