/** A failure with the way out of it; told to the person in two lines, without a stack trace. */
export class Problem extends Error {
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

/** Runs a command; a problem is told and ends the process with 1. */
export async function tellProblems(run) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(`\n✗ ${error.message}\n  ${error.remedy.replaceAll('\n', '\n  ')}\n`);
    process.exitCode = 1;
  }
}
