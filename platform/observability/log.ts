import { messageOf, type Log } from '@altis/kernel';
import { pino } from 'pino';
import * as z from 'zod';

export type LogOptions = {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** One readable line a record instead of JSON. */
  readonly pretty?: boolean;
  /** Where the lines go; standard error by default, so that a command's output stays its own. */
  readonly write?: (line: string) => void;
};

const secretPaths = ['password', 'token', 'cookie', 'authorization', 'email', 'secret'].flatMap((key) => [
  key,
  `*.${key}`,
  `*.headers.${key}`,
]);

/** The process's log. Fields that hold secrets by name are removed even if someone passes them by mistake. */
export function createLog({ level, pretty = false, write = (line) => process.stderr.write(line) }: LogOptions): Log {
  return pino(
    { level, base: null, redact: { paths: secretPaths, remove: true }, serializers: { error: describeError } },
    { write: pretty ? (line) => write(prettify(line)) : write },
  );
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return {
    message: error.message,
    stack: error.stack,
    cause: error.cause === undefined ? undefined : messageOf(error.cause),
  };
}

const Line = z.looseObject({ level: z.number(), time: z.number(), msg: z.string().optional() });
const levelNames: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error' };

function prettify(line: string): string {
  const { level, time, msg, ...rest } = Line.parse(JSON.parse(line));
  const clock = new Date(time).toISOString().slice(11, 23);
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  return `${clock} ${(levelNames[level] ?? String(level)).padEnd(5)} ${msg ?? ''}${details}\n`;
}
