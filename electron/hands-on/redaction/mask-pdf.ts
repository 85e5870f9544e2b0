import { parameterIn, type Withholding } from './clean-text.ts';

/**
 * A PDF without given values in the parts of it that are not drawn: addresses of links, the title. Each is overwritten by
 * stars of its own length, so that the file's table of places (ISO 32000-1 section 7.5.4) stays right. What is drawn on
 * a sheet is drawn with glyph numbers, and can no more be searched than a picture. Pure.
 */
export function maskPdf(given: Buffer, { parameters, values }: Withholding): { bytes: Buffer; count: number } {
  let count = 0;
  let text = given.toString('latin1');
  for (const name of parameters)
    text = text.replace(parameterIn(name), (_, before: string, value: string) => {
      count++;
      return before + '*'.repeat(value.length);
    });
  const bytes = Buffer.from(text, 'latin1');
  for (const value of values.filter((one) => one.length >= 4)) {
    const wide = Buffer.from(value, 'utf16le').swap16();
    for (const [form, star] of formsOf(value, wide))
      for (let at = bytes.indexOf(form); at >= 0; at = bytes.indexOf(form, at + form.length)) {
        for (let index = 0; index < form.length; index += star.length) star.copy(bytes, at + index);
        count++;
      }
  }
  return { bytes, count };
}

function formsOf(value: string, wide: Buffer): [Buffer, Buffer][] {
  return [
    [Buffer.from(value, 'utf8'), Buffer.from('*')],
    [wide, Buffer.from([0, 42])],
    [Buffer.from(wide.toString('hex').toUpperCase(), 'latin1'), Buffer.from('002A')],
    [Buffer.from(wide.toString('hex'), 'latin1'), Buffer.from('002a')],
  ];
}
