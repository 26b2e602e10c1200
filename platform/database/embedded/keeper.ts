/** Marks the keeper among the machine's processes. */
const keeperName = 'altis-database-keeper';

/**
 * The command that runs a program for as long as Altis lives: a shell reads from a pipe that Altis holds open, and however
 * Altis ends, `kill -9` included, the pipe ends too. Then the program gets SIGINT (PostgreSQL's fast shutdown), after 30 s
 * SIGQUIT, after 5 more SIGKILL. The keeper exits with the program's status.
 * @param emptiedDirectory Removed at the end, provided that the program has emptied it.
 */
export function keptCommand(emptiedDirectory: string, program: string, args: readonly string[]) {
  return {
    program: '/bin/sh',
    args: ['-c', script, keeperName, String(process.pid), emptiedDirectory, program, ...args],
  };
}

/** The process of the Altis that started a keeper, read from the keeper's command line; undefined for any other process. */
export function ownerOfKeeper(commandLine: readonly string[]): number | undefined {
  const at = commandLine.indexOf(keeperName);
  return at < 0 ? undefined : Number(commandLine[at + 1]);
}

const script = `
emptied=$2
shift 2
exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
{
  while read -r _ <&3; do :; done
  kill -INT $program
  waited=0
  while kill -0 $program; do
    sleep 0.1
    waited=$((waited + 1))
    [ $waited -eq 300 ] && kill -QUIT $program
    [ $waited -eq 350 ] && kill -KILL $program
  done
} >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait $program
code=$?
kill $watch 2>/dev/null
rmdir "$emptied" 2>/dev/null
exit $code
`;
