import { currentCall, problem } from '@altis/kernel';
import { runInTransaction } from '@altis/database';
import type { TimingInput, TimingState, UnitDetail } from '../../contract/index.ts';
import { presentSheet } from '../../domain/timing/present-sheet.ts';
import { startersOf } from '../../domain/timing/starters-of.ts';
import { timingSheet } from '../../domain/timing/timing-sheet.ts';
import { lockDocument } from '../../store/lock.ts';
import { findTimedUnit, keepInputs, listInputs, putStarters, type KeptTimingInput } from '../../store/timing.ts';
import { listTimedUnits } from '../../store/timed-units.ts';
import type { Implementer } from '../contract-implementer.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { readUnit } from '../read-unit.ts';
import { otherSender, ownSource, requireOurs } from '../write-odf.ts';
import { deedsOf, publishTiming } from './publish-timing.ts';

/** The timing console. */
export function timingRoutes(os: Implementer, room: ResultsRoom) {
  return {
    timing: {
      clock: os.timing.clock.handler(async () => ({ now: new Date(room.clock.now()).toISOString() })),
      list: os.timing.list.handler(async ({ input }) => ({ items: await listTimedUnits(room.db, input, ownSource) })),
      read: os.timing.read.handler(async ({ input }) => {
        const sender = await senderOf(room, await readUnit(room, input.unit));
        if (sender === null) await publishTiming(room, input.unit);
        return stateOf(room, input.unit);
      }),
      record: os.timing.record.handler(async ({ input }) => {
        const unit = await readUnit(room, input.unit);
        await requireOurs(room, resultsOf(unit), input);
        await keep(room, unit, input.inputs);
        await publishTiming(room, input.unit, input);
        return stateOf(room, input.unit);
      }),
    },
  };
}

async function senderOf(room: ResultsRoom, unit: UnitDetail): Promise<string | null> {
  return otherSender(room, resultsOf(unit));
}

/** What the key of the results of a unit is made of. */
function resultsOf({ competition, rsc }: UnitDetail) {
  return { header: { competitionCode: competition, documentType: 'DT_RESULT', documentCode: rsc } };
}

/** The first inputs say who starts: those of the start list as it stands then. */
async function keep({ db, clock }: ResultsRoom, unit: UnitDetail, inputs: readonly TimingInput[]): Promise<void> {
  const receivedAtMs = clock.now();
  const { actor } = currentCall();
  const by = actor.kind === 'anonymous' ? '' : actor.name;
  const kept = inputs.map((input): KeptTimingInput => {
    const pressedAtMs = Date.parse(input.pressedAt);
    // No press is later than its arrival, whatever a device believes.
    const at = new Date(Math.min(pressedAtMs + input.offsetMs, receivedAtMs));
    return { ...input, pressedAt: new Date(pressedAtMs), at, receivedAt: new Date(receivedAtMs), by };
  });
  const starters = requireStarters(unit);
  await runInTransaction(db, async (trx) => {
    await lockDocument(trx, 'timing', unit.rsc);
    await putStarters(trx, unit.rsc, starters, { isAnew: false });
    await keepInputs(trx, unit.rsc, kept);
  });
}

function requireStarters({ rsc, competitors }: UnitDetail) {
  if (competitors.some(({ side }) => side !== null)) {
    throw problem('CONFLICT', 'The console times races, and this unit is a game.', {
      remedy: 'Send its score as messages.',
    });
  }
  if (competitors.length > 0) return startersOf(competitors);
  throw problem('CONFLICT', `The unit ${rsc} has no start list.`, { remedy: 'Import one first.' });
}

async function stateOf(room: ResultsRoom, rsc: string): Promise<TimingState> {
  const unit = await readUnit(room, rsc);
  const inputs = await listInputs(room.db, rsc);
  const timed = inputs.length === 0 ? undefined : await findTimedUnit(room.db, rsc);
  const starters = timed?.starters ?? startersOf(unit.competitors);
  const sheet = timingSheet(starters, deedsOf(inputs));
  const sender = await senderOf(room, unit);
  return presentSheet(sheet, { unit, inputs, isTimed: inputs.length > 0, sender });
}
