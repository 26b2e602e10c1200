/** One command of `altis`; the table of commands drives the dispatch and the help. */
export type Command = {
  /** Words after the name, for the help: `<file…>`. */
  readonly takes: string;
  readonly does: string;
  readonly run: (args: readonly string[]) => Promise<void>;
};

/** What a command says to a person or to the next program in a pipe. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
