import { text } from 'node:stream/consumers';
import { contract, type CallName, type EngineCallName } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import { cliWords as words } from '../cli-words.ts';
import { UsageError, type Command } from '../command.ts';

/** Calls that bring their own case or need none. */
const withoutCase = new Set<string>([
  'case.create',
  'case.open',
  'case.close',
  'case.info',
  'session.identify',
  'casefile.verify',
  'jobs.list',
  'jobs.cancel',
]);

/** Whatever the window can do, a script can do. */
export const call: Command = {
  usage: 'NAME [JSON | -]',
  summary: 'any call of the contract (shared/contract.ts); - reads the input from stdin. Answers in JSON',
  least: 1,
  most: 2,
  async run({ host, positionals, options, openCase }) {
    const [name = '', input = '{}'] = positionals;
    if (!Object.hasOwn(contract, name)) throw new HoldfastError('unknown-call', { name });
    const known = name as CallName;
    if (contract[known].where === 'main')
      throw new HoldfastError('not-supported', { feature: `${name} on the command line`, instead: words.inWindow });
    const parsed = parse(input === '-' ? await text(process.stdin) : input);
    if (!withoutCase.has(name) || options['case'] !== undefined) await openCase('any');
    const answer = await host.engine.call(known as EngineCallName, parsed as never);
    host.out(JSON.stringify(answer, null, 2));
    return 0;
  },
};

function parse(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch (error) {
    throw new UsageError(words.badJson((error as Error).message));
  }
}
