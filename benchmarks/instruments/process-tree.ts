import { readdirSync, readFileSync } from 'node:fs';

/** A process of this machine, as Linux tells of it under /proc (proc_pid_stat(5)). */
export type ProcessFacts = {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** User and system time of its own and of those of its children that have ended. */
  readonly cpuSeconds: number;
};

/** A process and all that descend from it. */
export function processTree(root: number): ProcessFacts[] {
  const all = readdirSync('/proc').flatMap((entry) => (/^\d+$/.test(entry) ? (readProcess(Number(entry)) ?? []) : []));
  const tree = all.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

/** CPU time that a process and its descendants have used so far, those that have ended included. */
export function cpuSecondsOf(root: number): number {
  return processTree(root).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
}

/** CPU time of the children of this process that have ended. */
export function endedChildrenCpuSeconds(): number {
  const own = process.cpuUsage();
  return (readProcess(process.pid)?.cpuSeconds ?? 0) - (own.user + own.system) / 1e6;
}

/** A child of this process by a piece of its command line. Throws when there is none. */
export function childRunning(piece: string): number {
  const child = processTree(process.pid).find(({ pid }) => readText(pid, 'cmdline').includes(piece));
  if (!child) throw new Error(`No child process runs ${piece}.`);
  return child.pid;
}

/** Memory in bytes: resident (shared pages count in each process), and proportional (shared pages count once, over all). */
export function memoryOf(pids: readonly number[]): { residentBytes: number; proportionalBytes: number } {
  const texts = pids.map((pid) => readText(pid, 'smaps_rollup'));
  const sum = (field: string): number =>
    texts.reduce((total, text) => total + 1024 * Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1]), 0);
  return { residentBytes: sum('Rss'), proportionalBytes: sum('Pss') };
}

function readProcess(pid: number): ProcessFacts | undefined {
  // The name stands in brackets and may hold anything; what follows are numbers.
  const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)/s.exec(readText(pid, 'stat')) ?? [];
  const fields = rest.split(' ').map(Number);
  const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
  return rest === '' ? undefined : { pid, parent: fields[1] ?? 0, name, cpuSeconds: ticks / ticksPerSecond };
}

/** USER_HZ, which is 100 wherever Node runs. */
const ticksPerSecond = 100;

/** Empty when the process has ended by now, or is somebody else's. */
function readText(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
