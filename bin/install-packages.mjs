import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isWritable } from './folders.mjs';
import { Problem } from './problem.mjs';

const attempts = 2;

/**
 * Brings node_modules to what package-lock.json says, by `npm ci` without install scripts, and only when it differs: the lock
 * file's hash is kept beside the packages. Two commands started together install once.
 */
export async function installPackages(root) {
  const place = describePlace(root);
  if (isInstalled(place)) return;
  if (!isWritable(join(root, 'node_modules'))) {
    throw new Problem(
      `Packages are to be installed, but this user may not write to ${root}.`,
      'Run the command once as the owner of the folder, or clone it into a folder of your own.',
    );
  }
  const release = await takeTurn(place.turnFile);
  try {
    if (!isInstalled(place)) await installWithRetry(place);
  } finally {
    release();
  }
}

function describePlace(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = Object.entries(JSON.parse(lockText).packages).filter(([path, entry]) => path && fitsMachine(entry));
  return {
    root,
    wanted,
    lockHash: createHash('sha256').update(`${process.platform}-${process.arch}\n${lockText}`).digest('hex'),
    markFile: join(root, 'node_modules/.altis-lock'),
    turnFile: join(root, '.installing'),
  };
}

/** By our mark or, after an `npm ci` by hand, by npm's own list of what it put there. */
function isInstalled(place) {
  if (existsSync(place.markFile) && readFileSync(place.markFile, 'utf8') === place.lockHash) return true;
  const listFile = join(place.root, 'node_modules/.package-lock.json');
  if (!existsSync(listFile)) return false;
  const present = JSON.parse(readFileSync(listFile, 'utf8')).packages;
  const complete = place.wanted.every(([path, entry]) => {
    const isOwn = entry.link || !path.includes('node_modules/');
    if (isOwn) return existsSync(join(place.root, path));
    const found = present[path];
    if (!found || !existsSync(join(place.root, path))) return isDispensable(entry);
    return found.version === entry.version;
  });
  if (complete && isWritable(place.markFile)) writeFileSync(place.markFile, place.lockHash);
  return complete;
}

/** Optional packages for this machine must be there; those for any machine are only wanted by ones for others. */
function isDispensable({ optional, peer, os, cpu, libc }) {
  return peer === true || (optional === true && !os && !cpu && !libc);
}

/** Optional packages name the systems they are for; the others are never installed here. */
function fitsMachine({ os, cpu, libc }) {
  const allows = (rule, value) => rule === undefined || [rule].flat().includes(value);
  return (
    allows(os, process.platform) && allows(cpu, process.arch) && (process.platform !== 'linux' || allows(libc, 'glibc'))
  );
}

async function installWithRetry(place) {
  for (let attempt = 1; ; attempt += 1) {
    const count = place.wanted.length;
    console.log(`Installing ${count} packages${attempt === 1 ? '; this is needed once' : ', second try'} …`);
    const startedMs = Date.now();
    const result = await runNpm(place, startedMs);
    if (result.code === 0 && isInstalled(place)) {
      console.log(`Packages installed in ${Math.round((Date.now() - startedMs) / 1000)} s.`);
      return;
    }
    if (attempt === attempts) throw explain(result.errorText);
    console.log(`That failed: ${lastLines(result.errorText, 1) || 'some packages are still missing'}`);
  }
}

function runNpm(place, startedMs) {
  const options = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
  ];
  const patience = [
    '--fetch-retries=2',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=8000',
    '--loglevel=error',
  ];
  // Under `npm start` the same npm is used; it runs on a Node outside node_modules, which it is about to replace.
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const [command, first] =
    script && node && existsSync(node) && !node.startsWith(place.root) ? [node, [script]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, 'ci', ...options, ...patience], {
      cwd: place.root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errorText = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (errorText += text));
    const ticker = setInterval(() => tellProgress(place, startedMs), 5_000);
    const end = (result) => {
      clearInterval(ticker);
      resolve(result);
    };
    child.on('error', (error) => end({ code: 1, errorText: `npm could not be started: ${error.message}` }));
    child.on('close', (code) => end({ code, errorText }));
  });
}

function tellProgress(place, startedMs) {
  const unpacked = place.wanted.filter(([path]) => existsSync(join(place.root, path, 'package.json'))).length;
  const phase = unpacked > 0 ? `${unpacked} of ${place.wanted.length} packages unpacked` : 'fetching';
  console.log(`  ${Math.round((Date.now() - startedMs) / 1000)} s: ${phase}`);
}

function explain(errorText) {
  const known = [
    [/ENOSPC/, 'The disk is full.', 'Free about 2 GB and run the command again.'],
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network|socket|CERT/i,
      'The npm registry could not be reached.',
      'Check the connection. Behind a proxy set HTTPS_PROXY; for a mirror: npm config set registry <address>.',
    ],
    [
      /EACCES|EPERM/,
      'npm may not write its files.',
      'Check who owns this folder and the npm cache (npm config get cache).',
    ],
    [
      /npm could not be started/,
      'npm was not found beside Node.',
      'Install npm (Debian: apt-get install npm) and run the command again.',
    ],
  ].find(([pattern]) => pattern.test(errorText));
  const [, message, remedy] = known ?? [
    undefined,
    'npm could not install the packages.',
    'Delete node_modules and run the command again.',
  ];
  return new Problem(message, `${remedy}\nnpm said: ${lastLines(errorText, 6) || 'nothing'}`);
}

function lastLines(text, count) {
  const lines = text.split('\n').filter((line) => line.trim() && !/A complete log of this run|_logs/.test(line));
  return lines.slice(-count).join('\n');
}

/** One installation at a time; the file holds the process id, so that one left by a killed process is seen as such. */
async function takeTurn(turnFile) {
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(turnFile, String(process.pid), { flag: 'wx' });
      return () => rmSync(turnFile, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isRunning(turnFile)) rmSync(turnFile, { force: true });
      else if (!waited) console.log('Another command is installing the packages; waiting for it …');
    }
    await pause(500);
  }
}

function isRunning(turnFile) {
  try {
    process.kill(Number(readFileSync(turnFile, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
