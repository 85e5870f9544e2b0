import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SealTimestamp } from '#shared/model/timestamps.ts';
import { problemWords } from '#shared/timestamp-words.ts';
import { cliWords as words } from '../cli-words.ts';
import { UsageError, type Command, type Invocation } from '../command.ts';
import { counted, plain } from '../terminal-text.ts';

export const seal: Command = {
  usage: '[--timestamp]',
  summary: 'sign the head of the journal as it stands',
  options: { timestamp: { type: 'boolean', words: words.timestampsAsk } },
  least: 0,
  most: 0,
  async run({ host: { engine }, options, openCase, answer }) {
    await openCase('write');
    const { head, id } = await engine.call('seals.make', {});
    const asked = options['timestamp'] === true ? await engine.call('timestamps.request', { sealId: id }) : [];
    answer(options['timestamp'] === true ? { ...head, timestamps: asked } : head, () => [
      `Sealed ${counted(head.treeSize, 'journal entry', 'journal entries')} at ${head.at}`,
      `root of the tree   ${head.rootHash}`,
      `last entry         ${head.headHash}`,
      `signed by the key  ${head.keyId}`,
      ...asked.flatMap(timestampLines),
    ]);
    return asked.every(({ state }) => state === 'proved') ? 0 : 1;
  },
};

const said = words.timestampsOptions;

export const timestamps: Command = {
  usage: '[--add URL [--name N] [--anchor FILE] [--policy OID] [--auto]] [--remove ID] [--allow | --forbid] [--retry]',
  summary: words.timestampsAbout,
  options: {
    add: { type: 'string', words: said.add },
    name: { type: 'string', words: said.name },
    anchor: { type: 'string', words: said.anchor },
    policy: { type: 'string', words: said.policy },
    auto: { type: 'boolean', words: said.auto },
    remove: { type: 'string', words: said.remove },
    allow: { type: 'boolean', words: said.allow },
    forbid: { type: 'boolean', words: said.forbid },
    retry: { type: 'boolean', words: said.retry },
  },
  least: 0,
  most: 0,
  async run(invocation) {
    const { host, options, answer } = invocation;
    const { engine } = host;
    if (options['allow'] === true && options['forbid'] === true) throw new UsageError(words.tooMany('--forbid'));
    const changes = Object.keys(said).some((name) => options[name] !== undefined);
    await invocation.openCase(changes ? 'write' : 'any');
    await change(invocation);
    const state = await engine.call('timestamps.state', {});
    const authorities = await engine.call('authorities.list', {});
    const list = await engine.call('timestamps.list', {});
    answer({ ...state, authorities, timestamps: list }, () => [
      ...(authorities.length === 0
        ? [words.timestampsNobody]
        : authorities.map(({ id, name, url, auto }) => `${id}  ${plain(name)}  ${plain(url)}${auto ? '  (at every seal)' : ''}`)),
      words.timestampsSent,
      ...(state.allowed ? [] : [words.timestampsOff]),
      ...(list.length === 0 ? [words.timestampsNone] : list.flatMap(timestampLines)),
    ]);
    return list.some((one) => one.state === 'failed') ? 1 : 0;
  },
};

async function change({ host: { engine, cwd }, options }: Invocation): Promise<void> {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : null);
  const [url, gone, anchor] = [text('add'), text('remove'), text('anchor')];
  if (gone !== null) await engine.call('authorities.remove', { id: gone });
  if (url !== null) {
    const anchors = anchor === null ? null : await readFile(resolve(cwd, anchor), 'utf8');
    const name = text('name') ?? (URL.canParse(url) ? new URL(url).host : url);
    await engine.call('authorities.add', { url, name, anchors, policy: text('policy'), auto: options['auto'] === true });
  }
  if (options['allow'] === true) await engine.call('timestamps.allow', { allowed: true });
  if (options['forbid'] === true) await engine.call('timestamps.allow', { allowed: false });
  if (options['retry'] === true) await engine.call('timestamps.retry', {});
}

/** One request: its state, and what stands behind it. */
function timestampLines({ authority, state, problem, token }: SealTimestamp): string[] {
  const head = `${state.padEnd(7)}  ${plain(authority)}`;
  if (token !== null) return [`${head}: seen at ${token.time}${token.trusted ? '' : ' (root not checked)'}`, `         ${token.check}`];
  return [problem === null ? head : `${head}: ${plain(problemWords(problem))}`];
}
