import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The checks of `npm run check` and `npm test`, cheapest first. With folders given, lint and format look only there; types and
 * boundaries always see the whole, because a change in one room can break another.
 */
export function checksOf(node, root, folders = []) {
  const tool = (name, ...args) => [node, join(root, 'node_modules/.bin', name), ...args];
  const checks = [
    { name: 'types', command: tool('tsc', '-p', 'tsconfig.json') },
    { name: 'types of pages', command: tool('tsc', '-p', 'tsconfig.web.json') },
    {
      name: 'lint',
      command: tool('oxlint', '--quiet', ...folders),
      remedy: 'npx oxlint --fix repairs the simple ones',
    },
    { name: 'format', command: tool('oxfmt', '--check', ...folders), remedy: 'npm run format' },
    { name: 'boundaries', command: [node, 'tests/architecture/report.ts'] },
    { name: 'unused code', command: tool('knip', '--no-progress'), remedy: 'delete it, or use it' },
  ];
  return folders.length === 0 ? checks : checks.filter((check) => check.name !== 'unused code');
}

/** Runs checks one after the other, telling each with its seconds, and a failing one with its output. Returns the failed names. */
export async function runChecks(checks, root) {
  const failed = [];
  for (const { name, command, remedy } of checks) {
    const startedMs = Date.now();
    const { code, output } = await run(command, root);
    const line = `${name.padEnd(16)} ${((Date.now() - startedMs) / 1000).toFixed(1).padStart(6)} s`;
    console.log(`${code === 0 ? '✓' : '✗'} ${line}`);
    if (code === 0) continue;
    failed.push(name);
    console.log(indent(output.trim()));
    if (remedy) console.log(`    → ${remedy}`);
  }
  return failed;
}

function run([command, ...args], cwd) {
  return new Promise((resolve) => {
    if (args[0]?.includes('.bin') && !existsSync(args[0])) {
      resolve({ code: 1, output: `${args[0]} is missing: delete node_modules and run the command again` });
      return;
    }
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    const stop = () => {
      child.kill();
      process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop);
      resolve({ code: code ?? 1, output });
    });
  });
}

function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}
