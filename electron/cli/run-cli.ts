/** The command line: the same engine as the window, without one. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorWords } from '#shared/error-words.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import { cliWords as words } from './cli-words.ts';
import { UsageError, type CliHost, type Command, type ExitStatus, type Invocation } from './command.ts';
import { backup, repair, restore } from './commands/backup-commands.ts';
import { call } from './commands/call-command.ts';
import { capture } from './commands/capture-command.ts';
import { exportCase, init, verify, verifyFile } from './commands/case-commands.ts';
import { merge, openFile } from './commands/copy-commands.ts';
import { custody } from './commands/custody-command.ts';
import { importFiles, list, search, show } from './commands/item-commands.ts';
import { seal, timestamps } from './commands/seal-commands.ts';
import { tables } from './commands/table-commands.ts';
import { helpText } from './help.ts';
import { plain } from './terminal-text.ts';

export const commands: Record<string, Command> = {
  init,
  import: importFiles,
  capture,
  list,
  show,
  search,
  verify,
  custody,
  seal,
  timestamps,
  export: exportCase,
  backup,
  restore,
  repair,
  'verify-file': verifyFile,
  'open-file': openFile,
  merge,
  tables,
  call,
};

/** Runs one command. Never throws: whatever goes wrong is said, and told by the exit status. The engine is left to its owner. */
export async function runCli(argv: readonly string[], host: CliHost): Promise<ExitStatus> {
  const json = argv.includes('--json');
  try {
    return await dispatch(argv, host);
  } catch (error) {
    return error instanceof UsageError ? wrongUse(error.message, host, json) : refused(error, host, json);
  }
}

async function dispatch([name, ...rest]: readonly string[], host: CliHost): Promise<ExitStatus> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    host.out(helpText(commands));
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(words.unknownCommand(plain(name)));
  const { options, positionals } = parse(command, rest);
  if (options['help'] === true) {
    host.out(helpText(commands, name));
    return 0;
  }
  if (positionals.length < command.least) throw new UsageError(words.tooFew(`${name} ${command.usage}`));
  if (positionals.length > command.most) throw new UsageError(words.tooMany(plain(positionals[command.most] ?? '')));
  const json = options['json'] === true;
  const invocation: Invocation = {
    host,
    positionals,
    options,
    json,
    openCase: (access) => openCase(host, options['case'], access),
    answer: (value, lines) => host.out(json ? JSON.stringify(value, null, 2) : lines().join('\n')),
  };
  const status = await command.run(invocation);
  if (host.signal.aborted) throw new HoldfastError('cancelled');
  return status;
}

function parse(command: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...Object.fromEntries(Object.entries(command.options ?? {}).map(([name, { type }]) => [name, { type }])),
        case: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return { options: values as Invocation['options'], positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function openCase(host: CliHost, given: string | boolean | undefined, access: 'read' | 'write' | 'any'): Promise<string> {
  const folder = typeof given === 'string' ? resolve(host.cwd, given) : existsSync(join(host.cwd, 'case.sqlite')) ? host.cwd : null;
  if (folder === null) throw new UsageError(words.noCase);
  try {
    await host.engine.call('case.open', { folder, access: access === 'read' ? 'read' : 'write' });
  } catch (error) {
    if (access !== 'any' || toErrorData(error).code !== 'case-locked') throw error;
    host.err(words.readOnlyNow);
    await host.engine.call('case.open', { folder, access: 'read' });
  }
  return folder;
}

function wrongUse(message: string, host: CliHost, json: boolean): ExitStatus {
  if (json) host.out(JSON.stringify({ error: { code: 'wrong-use', facts: { problem: message } } }, null, 2));
  else host.err(`${message}\n${words.tryHelp}`);
  return 2;
}

function refused(error: unknown, host: CliHost, json: boolean): ExitStatus {
  const data = toErrorData(error);
  const { title, remedy } = errorWords(data);
  if (json) host.out(JSON.stringify({ error: { ...data, title, remedy } }, null, 2));
  else host.err(`${plain(title)}\n${plain(remedy)}`);
  return data.code === 'unknown-call' ? 2 : 1;
}
