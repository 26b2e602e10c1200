import { decisionContent, protestContent } from '../feed/communication-content.ts';
import { zonedDateTime } from '../place/calendar.ts';
import type { Person } from '../cast/person.ts';
import type { UnitTeller } from '../story/played.ts';
import type { Line, Sheet } from '../story/sheet.ts';

const minuteMs = 60_000;
const rule = '343.13';

/**
 * The end of a final whose second has obstructed: unofficial, protested, decided, and official with another podium.
 * Returns the sheet as it stands then.
 */
export function tellProtest(
  teller: UnitTeller,
  finished: readonly Line[],
  endMs: number,
  jury: Person,
): { officialMs: number; sheet: Sheet } {
  const { plan } = teller;
  const [, accused, third] = finished;
  const unofficial: Sheet = { lines: finished, infos: [] };
  teller.schedule(endMs + 20_000, 'FINISHED', { actualEndMs: endMs });
  teller.result(endMs + 25_000, 'UNOFFICIAL', unofficial, 'operator');

  const sheet: Sheet = { lines: disqualified(finished, accused), infos: [] };
  const filedMs = endMs + 4 * minuteMs;
  const decidedMs = filedMs + 13 * minuteMs;
  const parties = {
    unit: plan.rsc,
    rule,
    jury,
    initiator: third?.entrant.organisation ?? '',
    respondent: accused?.entrant.organisation ?? '',
  };
  const head = { documentType: 'DT_COMMUNICATION', documentSubtype: 'PROTEST', pace: 'clock' } as const;
  const at = (atMs: number): string => zonedDateTime(atMs, plan.venue.zone);
  teller.document(filedMs, head, () =>
    protestContent({
      ...parties,
      publishTime: at(filedMs),
      status: 'FILED',
      text: 'Obstruction on the finishing straight.',
    }),
  );
  teller.result(filedMs + 3000, 'PROTESTED', unofficial, 'clock');
  teller.document(decidedMs, head, () =>
    protestContent({ ...parties, publishTime: at(decidedMs), status: 'UPHELD', text: 'The jury upholds the protest.' }),
  );
  const name = accused?.entrant.name ?? '';
  teller.document(decidedMs + 2000, { ...head, documentSubtype: 'DECISION' }, () =>
    decisionContent(
      plan.rsc,
      at(decidedMs),
      'results',
      'Disqualification',
      `${name} is disqualified for intentional obstruction.`,
    ),
  );
  const officialMs = decidedMs + 3 * minuteMs;
  teller.result(officialMs, 'OFFICIAL', sheet, 'clock');
  return { officialMs, sheet };
}

/** Who came behind moves up one place. */
function disqualified(lines: readonly Line[], accused: Line | undefined): Line[] {
  if (accused === undefined) return [...lines];
  const at = accused.rank ?? 0;
  const { rank: _rank, diff: _diff, rankEqual: _equal, result: _result, photoFinish: _photo, ...out } = accused;
  const others = lines
    .filter((line) => line !== accused)
    .map((line) => ((line.rank ?? 0) > at ? { ...line, rank: (line.rank ?? 0) - 1 } : line));
  return [...others, { ...out, irm: 'DSQ', resultType: 'IRM' }];
}
