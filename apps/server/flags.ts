import { parseArgs } from 'node:util';
import { problem } from '@altis/kernel';
import { systems } from './systems.ts';

export type Flags = {
  readonly run: readonly string[];
  readonly remote: ReadonlyMap<string, string>;
  /** `unless-in-use`: played where the data folder is fresh or was played in before, and all systems run here. */
  readonly demo: 'yes' | 'no' | 'unless-in-use';
  /** How many times faster than in life the demo Games go on. */
  readonly demoSpeed: number;
  readonly web: boolean;
  readonly join: boolean;
};

/**
 * `--systems a,b` runs only these here; `--remote c=URL` names the process that runs another; `--no-demo` starts without
 * the demo Games, `--demo` plays them in any case, `--demo-speed 60` sixty times as fast; `--no-web` without
 * the pages; `--join` uses the embedded database of the process that was started before with the same data folder. Throws a problem that names the argument.
 */
export function readFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      systems: { type: 'string', default: Object.keys(systems).join(',') },
      remote: { type: 'string', multiple: true, default: [] },
      demo: { type: 'boolean', default: false },
      'demo-speed': { type: 'string', default: '1' },
      'no-demo': { type: 'boolean', default: false },
      'no-web': { type: 'boolean', default: false },
      join: { type: 'boolean', default: false },
    },
  });
  const remote = new Map(values.remote.map(readRemote));
  const run = values.systems.split(',').filter((name) => name !== '' && !remote.has(name));
  for (const name of run) requireSystem(name, '--systems');
  const isWhole = run.length === Object.keys(systems).length && !values.join;
  const demo = decideDemo(values, isWhole);
  return { run, remote, demo, demoSpeed: readSpeed(values['demo-speed']), web: !values['no-web'], join: values.join };
}

function decideDemo(values: { demo: boolean; 'no-demo': boolean }, isWhole: boolean): Flags['demo'] {
  if (values.demo) return 'yes';
  return values['no-demo'] || !isWhole ? 'no' : 'unless-in-use';
}

function readSpeed(text: string): number {
  const speed = Number(text);
  if (speed >= 1 && speed <= 10_000) return speed;
  throw problem('INVALID_INPUT', `--demo-speed ${text} must be a number from 1 to 10000.`);
}

function readRemote(text: string): [string, string] {
  const [name = '', url = ''] = text.split(/=(.*)/s);
  requireSystem(name, '--remote');
  if (!URL.canParse(url))
    throw problem('INVALID_INPUT', `--remote ${text} must read name=URL, such as ${name}=http://127.0.0.1:8081.`);
  return [name, url.replace(/\/$/, '')];
}

function requireSystem(name: string, flag: string): void {
  if (Object.hasOwn(systems, name)) return;
  throw problem('INVALID_INPUT', `${flag} names the system "${name}", which there is not.`, {
    remedy: `There are: ${Object.keys(systems).join(', ')}.`,
  });
}
