// What every command needs before its first line of TypeScript can run: the packages, and a Node that runs .ts files.
// Plain JavaScript, for any Node from 20 on, without a dependency.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import * as nodeModule from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isWritable, privateFolder } from './folders.mjs';
import { installPackages } from './install-packages.mjs';
import { Problem } from './problem.mjs';

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const oldestNode = 20;
const nodeOfSources = 24;
const parentCheckMs = 500;

/**
 * Installs what is missing, then runs a TypeScript entry with the arguments of this command: in this process where its Node
 * is new enough, otherwise in a child on the packaged Node, with signals and exit code passed on.
 */
export async function enter(entry) {
  const node = await prepare();
  if (node !== process.execPath) {
    process.exitCode = await relay(node, process.argv.slice(1));
    return;
  }
  stopWithParent();
  const file = join(root, entry);
  if (!existsSync(file))
    throw new Problem(`${entry} is missing from this clone.`, `Restore it: git checkout -- ${entry}`);
  process.argv[1] = file;
  nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
  await import(pathToFileURL(file).href);
}

/** Makes sure of packages and environment. Returns the path of a Node that runs .ts files. */
export async function prepare() {
  if (majorVersion() < oldestNode) {
    throw new Problem(
      `Node ${process.version} is too old.`,
      `Altis starts on Node ${oldestNode} or newer: https://nodejs.org`,
    );
  }
  // Containers and services often run without a home; npm and browsers want one to write to.
  if (!process.env.HOME || !isWritable(process.env.HOME)) process.env.HOME = privateFolder('home');
  // The npm that runs this command hands down the cache of a home that is not there.
  const { npm_config_cache: npmCache } = process.env;
  if (npmCache && !isWritable(npmCache)) delete process.env.npm_config_cache;
  await installPackages(root);
  const cache = join(root, 'node_modules/.cache/compiled');
  process.env.NODE_COMPILE_CACHE ??= isWritable(cache) ? cache : privateFolder('compiled');
  const node = nodeForSources();
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  return node;
}

function majorVersion() {
  return Number.parseInt(process.versions.node, 10);
}

function nodeForSources() {
  if (majorVersion() >= nodeOfSources) return process.execPath;
  const packaged = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(packaged)) return packaged;
  throw new Problem(
    `Altis runs on Node ${nodeOfSources}; this is Node ${process.version}, and npm has no Node for ${process.platform}-${process.arch}.`,
    `Install Node ${nodeOfSources} or newer and start again: https://nodejs.org`,
  );
}

/** The child runs this same command again, now on the right Node. */
function relay(node, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ALTIS_RELAYED_BY: String(process.pid) };
    const child = spawn(node, args, { stdio: 'inherit', env });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const pass = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Who was killed with SIGKILL cannot pass its end on; its child then belongs to another process. */
function stopWithParent() {
  const { ALTIS_RELAYED_BY: relayedBy, npm_lifecycle_event: npmScript } = process.env;
  if (!relayedBy && !npmScript) return;
  delete process.env.ALTIS_RELAYED_BY;
  const parent = relayedBy ? Number(relayedBy) : process.ppid;
  const watch = () => process.ppid !== parent && process.kill(process.pid, 'SIGTERM');
  setInterval(watch, parentCheckMs).unref();
}
