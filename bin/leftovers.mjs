import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const graceMs = 3_000;

/**
 * Ends every process that a test run left behind: those of its process group and those that carry its mark in their environment
 * (servers may form a group of their own). Returns their command lines; Linux only, elsewhere the group alone is ended.
 */
export async function endLeftovers(group, mark) {
  const deadlineMs = Date.now() + graceMs;
  let left = findMarked(group, mark);
  while (left.length > 0 && Date.now() < deadlineMs) {
    await pause(100);
    left = findMarked(group, mark);
  }
  for (const { processId } of left) tryKill(processId);
  if (process.platform !== 'linux') tryKill(-group);
  return left.map(({ processId, command }) => `${processId} ${command}`);
}

function findMarked(group, mark) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, , groupId] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const isMarked =
          Number(groupId) === group ||
          readFileSync(`/proc/${name}/environ`, 'latin1').includes(`ALTIS_TEST_RUN=${mark}\0`);
        if (state === 'Z' || !isMarked) return [];
        return [
          {
            processId: Number(name),
            command: readFileSync(`/proc/${name}/cmdline`, 'latin1').replaceAll('\0', ' ').trim().slice(0, 160),
          },
        ];
      } catch {
        // Ended meanwhile, or another user's: not of this run.
        return [];
      }
    });
}

function tryKill(processId) {
  try {
    process.kill(processId, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
