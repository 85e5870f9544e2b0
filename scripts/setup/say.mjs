/** One plain line to the person, on stderr so that stdout stays the answer of the command itself. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends the command with a reason and what to do about it. */
export class SetupProblem extends Error {
  constructor(what, remedy) {
    super(remedy ? `${what}\n${remedy}` : what);
  }
}

/** Runs `main` and sets the exit status; a set-up problem is worded, anything else is a defect and shows its stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof SetupProblem ? error.message : (error?.stack ?? String(error)));
    process.exitCode = 1;
  }
}
