import { audit, type AuditEntryView } from '@altis/audit/contract';
import { jobs } from '@altis/jobs/contract';
import { mediaArchive } from '@altis/media-archive/contract';
import { mediaDescription } from '@altis/media-description/contract';
import { results } from '@altis/results/contract';
import { waitFor } from '@altis/testing';
import { expect } from 'vitest';
import { allMessages } from './check-promises.ts';
import type { Line } from './ledger.ts';

/** Waits until nothing is under way: no job, and in the archive every named moment with its clip, as it is now. */
export async function settle({ user, ledger }: Line): Promise<void> {
  await waitFor(
    'all jobs to end, and the archive to follow',
    async () => {
      for (const state of ['waiting', 'running'] as const) {
        const { items } = await user.api(jobs).list({ state });
        if (items.length > 0) throw new Error(`${items.length} jobs are ${state}: ${items[0]?.name} ${items[0]?.note}`);
      }
      const kept = new Map((await clips({ user })).map((item) => [item.moment, item]));
      for (const { id } of ledger.sessions) {
        for (const moment of (await user.api(mediaDescription).sessions.moments({ id })).items) {
          const item = kept.get(moment.id);
          if (moment.clipState !== 'cut') throw new Error(`${moment.id} is ${moment.clipState}`);
          if (item?.revision !== moment.revision || item.inFrame !== moment.inFrame || !item.hasFrameTimes)
            throw new Error(`the archive has ${moment.id} as it was`);
          kept.delete(moment.id);
        }
      }
      if (kept.size > 0) throw new Error(`the archive still shows ${kept.size} clips of withdrawn moments`);
      const { count } = (await user.api(mediaArchive).search.find({ kind: 'asset' })).total;
      if (count < ledger.sessions.length)
        throw new Error(`the archive has ${count} of ${ledger.sessions.length} recordings`);
      return true;
    },
    { timeoutMs: 180_000 },
  );
}

/** What the server knows, without ids, times and revisions, which differ from run to run. */
export async function readState(line: Line) {
  const { user, altis, ledger } = line;
  const games = [];
  for (const { id, title } of ledger.sessions.toSorted((left, right) => (left.title < right.title ? -1 : 1))) {
    const { unit, state, video } = await user.api(mediaDescription).sessions.read({ id });
    const { actions, withdrawn } = await user.api(results).units.read({ rsc: unit });
    const { items } = await user.api(mediaDescription).sessions.moments({ id });
    games.push({
      title,
      state,
      video,
      actions: actions.map(({ source, ...action }) => ({ ...action, version: source.version })),
      withdrawn: withdrawn.map((action) => action.id),
      moments: items.map(({ actionId, inFrame, outFrame, title: texts, clip }) => ({
        actionId,
        inFrame,
        outFrame,
        texts,
        clip: clip && { frameCount: clip.frameCount, durationMs: clip.durationMs, width: clip.width },
      })),
    });
  }
  const { items: failed } = await user.api(jobs).list({ state: 'failed' });
  expect(failed).toEqual([]);
  const found = await user.api(mediaArchive).search.find({ limit: 100, text: 'goal' });
  return {
    games,
    messages: (await allMessages(user))
      .map((message) => `${message.documentCode} ${message.version} ${message.outcome}`)
      .sort(),
    archive: found.total,
    facets: found.facets,
    clips: (await clips(line)).map(({ title, unit, durationMs }) => `${unit} ${title['en']} ${durationMs}`).sort(),
    assets: (await user.api(mediaArchive).search.find({ kind: 'asset' })).total,
    corrections: told(await auditOf(altis.administrator), /^action\./),
  };
}

/** No change of a thing to one revision is recorded twice: events that were delivered again after a crash changed nothing. */
export async function expectEffectsOnce({ altis }: Line): Promise<void> {
  const changes = (await auditOf(altis.administrator))
    .filter(({ action }) => /^(moment|item)\./.test(action))
    .map(({ action, subject, details }) => `${action} ${subject.id} ${String(details['revision'])}`);
  expect(changes.length).toBe(new Set(changes).size);
}

function told(entries: readonly AuditEntryView[], action: RegExp): string[] {
  return entries
    .filter((entry) => action.test(entry.action))
    .map((entry) => `${entry.action} ${entry.subject.id}`)
    .sort();
}

async function auditOf(administrator: Line['user']): Promise<AuditEntryView[]> {
  const all: AuditEntryView[] = [];
  for (let before: number | null | undefined; before !== null;) {
    const page = await administrator
      .api(audit)
      .entries.list({ limit: 200, ...(before === undefined ? {} : { before }) });
    all.push(...page.entries);
    before = page.next;
  }
  return all;
}

async function clips({ user }: Pick<Line, 'user'>) {
  const { search, items } = user.api(mediaArchive);
  const found = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await search.find({ kind: 'clip', limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    for (const { id } of page.items) found.push(await items.read({ id }));
    cursor = page.next;
  }
  return found;
}
