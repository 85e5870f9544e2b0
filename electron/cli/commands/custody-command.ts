import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { notRecorded, sheetActWords, sheetFieldWords, sheetSectionWords, sheetWords } from '#shared/custody-words.ts';
import type { CustodySheet } from '#shared/model/custody.ts';
import type { Command } from '../command.ts';
import { plain, table } from '../terminal-text.ts';

export const custody: Command = {
  usage: 'ITEM [--html FILE]',
  summary: 'the chain-of-custody sheet of an item',
  options: { html: { type: 'string', words: 'write the sheet as an HTML page to print' } },
  least: 1,
  most: 1,
  async run({ host, positionals, options, openCase, answer }) {
    await openCase('read');
    const itemId = positionals[0] ?? '';
    if (typeof options['html'] === 'string') {
      const { html } = await host.engine.call('custody.sheetPage', { itemId });
      await writeFile(resolve(host.cwd, options['html']), html, { flag: 'wx' });
    }
    const sheet = await host.engine.call('custody.sheet', { itemId });
    answer(sheet, () => lines(sheet));
    return 0;
  },
};

function lines({ title, sections, files, acts }: CustodySheet): string[] {
  return [
    `${sheetWords.title}: ${plain(title)}`,
    ...sections.flatMap(({ id, fields }) => [
      '',
      sheetSectionWords[id],
      ...table(fields.map((field) => [`  ${sheetFieldWords[field.id]}`, plain(field.value ?? notRecorded)])),
    ]),
    '',
    sheetWords.files,
    ...files.flatMap(({ role, name, size, sha256, sha1, md5 }) => [
      `  ${role}  ${plain(name)}  ${size}`,
      `    SHA-256 ${sha256}`,
      `    SHA-1   ${sha1}`,
      `    MD5     ${md5}`,
    ]),
    '',
    sheetWords.acts,
    ...table(
      acts.map(({ seq, at, actor, action, about }) => [`  ${seq}`, at, plain(actor), sheetActWords(action), plain(about?.quote ?? '')]),
    ),
  ];
}
