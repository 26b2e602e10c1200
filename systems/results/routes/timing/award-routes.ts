import { problem } from '@altis/kernel';
import type { Award, UnitDetail } from '../../contract/index.ts';
import { composeAward, winnersOf, type Winner } from '../../domain/compose-award.ts';
import { composeSchedule } from '../../domain/timing/compose-schedule.ts';
import { findScheduledUnits } from '../../store/claims.ts';
import { listMedals } from '../../store/medals.ts';
import { listUnitsOfEvents } from '../../store/units.ts';
import type { Implementer } from '../contract-implementer.ts';
import type { ResultsRoom } from '../intake/intake.ts';
import { readUnit } from '../read-unit.ts';
import { otherSender, writeOdf } from '../write-odf.ts';

/** Medals from the results of a final. */
export function awardRoutes(os: Implementer, room: ResultsRoom) {
  return {
    awards: {
      plan: os.awards.plan.handler(async ({ input }) => planAward(room, await readUnit(room, input.unit))),
      write: os.awards.write.handler(async ({ input }) => {
        const unit = await readUnit(room, input.unit);
        const { isOpen, medals } = await planAward(room, unit);
        if (!isOpen) {
          throw problem(
            'CONFLICT',
            `${unit.rsc} gives no medals: it is not the one final of its event with official results.`,
            {
              remedy:
                'Make the results of the final official first; of several, the schedule says which decides the medals.',
            },
          );
        }
        if (!isSame(medals, input.medals)) {
          throw problem('CONFLICT', 'The results have changed since, and give other medals.', {
            remedy: 'Look at them once more.',
          });
        }
        const message = messageOf(room, unit);
        await writeOdf(room, 'award', () => message, input);
        await tellSchedule(room, unit);
        return planAward(room, await readUnit(room, input.unit));
      }),
    },
  };
}

async function planAward(room: ResultsRoom, unit: UnitDetail): Promise<Award> {
  const winners = winnersOf(unit.competitors);
  const medals = winners.map(({ medal, competitor: { code, name, organisation } }) => {
    return { medal, code, name, organisation };
  });
  const standing = (await listMedals(room.db, { event: unit.event })).map(({ facts }) => facts);
  return {
    unit: unit.rsc,
    event: unit.event,
    isOpen: unit.resultStatus === 'OFFICIAL' && medals.length > 0 && (await decidesMedals(room, unit)),
    medals,
    stands: standing.length === 0 ? 'none' : isSame(standing, medals) ? 'same' : 'other',
    sender: await otherSender(room, messageOf(room, unit, winners)),
  };
}

/** As the schedule says; where that says nothing of it, the only unit of the final. A run, or a small final, is one of several. */
async function decidesMedals({ db }: ResultsRoom, { rsc, event, medal }: UnitDetail): Promise<boolean> {
  if (medal !== 'none') return medal !== 'bronze';
  const finals = (await listUnitsOfEvents(db, [event])).filter((each) => isFinal(each.rsc));
  return isFinal(rsc) && finals.length === 1;
}

function isFinal(rsc: string): boolean {
  return rsc.slice(22, 26) === 'FNL-';
}

function messageOf({ clock }: ResultsRoom, unit: UnitDetail, winners: readonly Winner[] = winnersOf(unit.competitors)) {
  return composeAward(unit, winners, unit.day ?? new Date(clock.now()).toISOString().slice(0, 10));
}

type Given = Pick<Award['medals'][number], 'medal' | 'code'>;

function isSame(left: readonly Given[], right: readonly Given[]): boolean {
  const keys = (given: readonly Given[]): string[] => given.map(({ medal, code }) => `${medal} ${code}`).toSorted();
  return JSON.stringify(keys(left)) === JSON.stringify(keys(right));
}

/** The schedule says from now on that medals are decided in the unit, so that its page shows them. */
async function tellSchedule(room: ResultsRoom, { rsc, medal, competition, day }: UnitDetail): Promise<void> {
  const scheduled = (await findScheduledUnits(room.db, [rsc])).get(rsc);
  if (scheduled === undefined || medal !== 'none' || day === null) return;
  const about = { competition, day, startedAt: null };
  await writeOdf(room, 'award', () => composeSchedule({ ...scheduled, medal: 'gold' }, 'FINISHED', about));
}
