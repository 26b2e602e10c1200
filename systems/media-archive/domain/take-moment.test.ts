import type { Moment, MomentClip } from '@altis/media-description/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from './item.ts';
import { goalMoment, toldIn } from '../tests/goal-moment.ts';
import { takeMoment, type MomentChange, type ToldMoment } from './take-moment.ts';

const next = { id: 'item_1', atMs: 0 };

test('comes to the same item in whatever order, and however often, a moment is told', () => {
  fc.assert(
    fc.property(history(), fc.infiniteStream(fc.nat()), (told, chance) => {
      const inOrder = takeAll(told);
      const shuffled = [...told, ...told]
        .map((each) => ({ each, place: chance.next().value }))
        .sort((left, right) => left.place - right.place)
        .map(({ each }) => each);
      expect(takeAll(shuffled).item).toEqual(inOrder.item);
      const again = told.at(-1)!;
      expect(takeMoment(inOrder.item, again, next)).toEqual({ item: inOrder.item, change: 'none' });
    }),
  );
});

test('says how the item changed for those who see it', () => {
  const changes = takeAll([
    { moment: moment(1) },
    { moment: moment(1), clip: clip(1) },
    { moment: moment(2) },
    { moment: moment(3), clip: clip(3) },
    { moment: moment(3), clip: clip(4) },
    { moment: moment(2) },
    { moment: { ...moment(4), state: 'withdrawn' } },
    { moment: moment(5) },
  ]).changes;
  expect(changes).toEqual(['noted', 'shown', 'corrected', 'corrected', 'recut', 'none', 'withdrawn', 'restored']);
});

function takeAll(told: readonly ToldMoment[]): { item: Item | undefined; changes: MomentChange[] } {
  let item: Item | undefined;
  const changes = told.map((each) => {
    const taken = takeMoment(item, each, next);
    item = taken.item;
    return taken.change;
  });
  return { item, changes };
}

/** Revisions from 1 on, each named or withdrawn, some with a clip that was cut for them. */
function history(): fc.Arbitrary<ToldMoment[]> {
  const step = fc.record({ isWithdrawn: fc.boolean(), isCut: fc.boolean() });
  return fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) =>
    steps.flatMap(({ isWithdrawn, isCut }, index): ToldMoment[] => {
      const told = { ...moment(index + 1), ...(isWithdrawn ? { state: 'withdrawn' as const } : {}) };
      return isCut && !isWithdrawn ? [{ moment: told }, { moment: told, clip: clip(index + 1) }] : [{ moment: told }];
    }),
  );
}

function moment(revision: number): Moment {
  return goalMoment({ revision, title: toldIn(`Goal, as told ${revision} times`) });
}

function clip(number: number): MomentClip {
  const picture = { durationMs: 4000, frameCount: 100, frameRate: 25, width: 1280, height: 720 };
  return { object: `clip ${number}`, poster: `poster ${number}`, sizeBytes: 1, ...picture, inFrame: 50, outFrame: 150 };
}
