import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { audit } from '@altis/audit/contract';
import { readFrameNumbers } from '@altis/media/testing';
import { mediaDescription } from '@altis/media-description/contract';
import { results, type KeptMessage } from '@altis/results/contract';
import { expect } from 'vitest';
import type { Ledger, Line } from './ledger.ts';
import { offsetOf, versions } from './play-round.ts';

/** Checks, right after a start, that all that was acknowledged is there once, and that nothing half-done is shown. */
export function promiseChecker(line: Line, folder: string): () => Promise<void> {
  const decoded = new Set<string>();
  const read = new Set<string>();
  return async () => {
    await checkMessages(line, read);
    await checkUnits(line);
    await checkUploads(line);
    await checkSessions(line);
    for (const { id } of line.ledger.sessions) await checkClips(line, id, folder, decoded);
    expect(await line.altis.administrator.api(audit).entries.verify({})).toMatchObject({ whole: true });
  };
}

async function checkMessages({ user, ledger }: Line, read: Set<string>): Promise<void> {
  const kept = await allMessages(user);
  const stamps = kept.map(({ documentCode, version }) => `${documentCode} ${version}`);
  expect(stamps.length).toBe(new Set(stamps).size);
  const ids = new Set(kept.map(({ id }) => id));
  expect(ledger.messages.filter(({ id }) => !ids.has(id))).toEqual([]);
  for (const { id, text } of ledger.messages.filter((message) => !read.has(message.id))) {
    expect(await (await user.fetch(`/api/results/messages/${id}/original.xml`)).text()).toBe(text);
    read.add(id);
  }
}

export async function allMessages(user: Line['user']): Promise<KeptMessage[]> {
  const { messages } = user.api(results);
  const all: KeptMessage[] = [];
  for (let before: string | null | undefined; before !== null;) {
    const page = await messages.list({ limit: 200, ...(before === undefined ? {} : { before }) });
    all.push(...page.items);
    before = page.next;
  }
  return all;
}

/** The actions are those of the last acknowledged version, or of the next one, whose answer was lost. */
async function checkUnits({ user, ledger }: Line): Promise<void> {
  for (const [unit, version] of lastVersions(ledger)) {
    const { actions } = await user.api(results).units.read({ rsc: unit });
    const told = actions.map(({ id, competitors }) => `${id} ${competitors[0]?.athletes[0]?.code}`);
    const possible = versions
      .slice(version - 1, version + 1)
      .map((goals) => goals.map(({ id, scorer }) => `${id} ${scorer.code}`));
    expect(possible).toContainEqual(told);
  }
}

function lastVersions({ messages }: Ledger): Map<string, number> {
  return new Map(messages.map(({ unit, version }) => [unit, version]));
}

async function checkUploads({ user, ledger }: Line): Promise<void> {
  for (const upload of ledger.uploads) {
    expect(await offsetOf(user, upload)).toBeGreaterThanOrEqual(upload.acknowledgedBytes);
  }
}

async function checkSessions({ user, ledger }: Line): Promise<void> {
  const { items } = await user.api(mediaDescription).sessions.list({ limit: 200 });
  for (const { id, title } of ledger.sessions) {
    expect(items.filter((session) => session.title === title).map((session) => session.id)).toEqual([id]);
  }
  expect(items.filter(({ state }) => state === 'failed')).toEqual([]);
}

/** Every clip that is shown decodes whole, and its frames are those of its bounds. */
async function checkClips({ user }: Line, session: string, folder: string, decoded: Set<string>): Promise<void> {
  const { items } = await user.api(mediaDescription).sessions.moments({ id: session, withdrawn: true });
  const actions = items.map(({ actionId }) => actionId);
  expect(actions.length).toBe(new Set(actions).size);
  for (const { id, clip } of items.filter(({ state }) => state === 'named')) {
    if (clip === null || decoded.has(`${id} ${clip.object}`)) continue;
    const bytes = Buffer.from(await (await user.fetch(`/api/media-description/moments/${id}/clip.mp4`)).arrayBuffer());
    expect(`sha256-${createHash('sha256').update(bytes).digest('hex')}`).toBe(clip.object);
    const path = join(folder, `${id}.mp4`);
    await writeFile(path, bytes);
    const numbers = readFrameNumbers(path);
    expect([numbers[0], numbers.at(-1), numbers.length]).toEqual([clip.inFrame, clip.outFrame, clip.frameCount]);
    expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
    await rm(path);
    decoded.add(`${id} ${clip.object}`);
  }
}
