import { odfElement, type OdfElement } from '@altis/odf';
import { clockText } from '../clock-text.ts';
import type { Period } from '../period.ts';
import { opponentOf, videoMs } from '../scene.ts';
import { teamOf, type Action, type Part } from '../timeline.ts';
import type { Side } from '../teams.ts';
import type { WallClock } from './wall-clock.ts';

/** The `Actions` element: every action with its place in the order, the game clock and the time of the frame. */
export function playByPlay(period: Period, clock: WallClock, actions: readonly Action[]): OdfElement {
  return odfElement(
    'Actions',
    { Home: period.home.code, Away: period.away.code },
    actions.map((action) => actionElement(period, clock, action)),
  );
}

function actionElement(period: Period, clock: WallClock, action: Action): OdfElement {
  const { id, order, code, clockSeconds, result, score, penalty, side, parts, frame } = action;
  const sides = side ? [side, ...(parts.some((part) => part.side !== side) ? [opponentOf[side]] : [])] : [];
  return odfElement(
    'Action',
    {
      Id: id,
      Period: 'P1',
      Order: order,
      Action: code,
      ActionAdd: penalty?.minutes,
      ActionDesc: penalty?.code,
      When: clockText(clockSeconds),
      Result: result,
      ScoreH: score?.home,
      ScoreA: score?.away,
      TimeStamp: clock.dateTime(videoMs(frame)),
    },
    sides.map((of, index) =>
      competitor(
        period,
        of,
        index + 1,
        parts.filter((part) => part.side === of),
      ),
    ),
  );
}

function competitor(period: Period, side: Side, order: number, parts: readonly Part[]): OdfElement {
  const { code, organisation } = teamOf(period, side);
  const athletes = parts.map(({ athlete, role }, index) =>
    odfElement('Athlete', { Code: athlete.code, Order: index + 1, Bib: athlete.bib, Role: role }, [
      odfElement('Description', {
        GivenName: athlete.givenName,
        FamilyName: athlete.familyName,
        Gender: 'M',
        Organisation: organisation,
      }),
    ]),
  );
  return odfElement(
    'Competitor',
    { Code: code, Type: 'T', Organisation: organisation, Order: order },
    athletes.length > 0 ? [odfElement('Composition', {}, athletes)] : [],
  );
}
