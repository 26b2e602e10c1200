import { composeBody, odfElement, writeMessage, type OdfElement, type OdfHeader } from '@altis/odf';

/** How the invented Games of this benchmark are: timed runs, all on one day. */
export const day = '2030-02-22';
export const competitors = 30;
const discipline = 'ALP-------------------------------';

/** The code of a run. */
export function unitCode(n: number): string {
  return `ALPMRUN${String(n).padStart(4, '0')}-----------FNL-000100--`;
}

/** The units of the day with names, places and starts. */
export function scheduleMessage(units: number): string {
  return messageOf(
    { documentType: 'DT_SCHEDULE', documentCode: discipline, version: 1 },
    Array.from({ length: units }, (_, n) =>
      odfElement(
        'Unit',
        {
          Code: unitCode(n),
          PhaseType: 3,
          ScheduleStatus: 'SCHEDULED',
          StartDate: new Date(Date.UTC(2030, 1, 22, 8, n)).toISOString().replace('.000Z', '+00:00'),
          Venue: `V${n % 4}`,
        },
        [
          odfElement('ItemName', { Language: 'ENG', Value: `Men's Run ${n}, Final` }),
          odfElement('ItemName', { Language: 'FRA', Value: `Course ${n} hommes, finale` }),
          odfElement('VenueDescription', { VenueName: `Mountain ${n % 4}`, LocationName: 'Slope' }),
        ],
      ),
    ),
  );
}

/** Those who run in all of the units. */
export function participantsMessage(): string {
  return messageOf(
    { documentType: 'DT_PARTIC', documentCode: discipline, version: 1 },
    Array.from({ length: competitors }, (_, n) =>
      odfElement(
        'Participant',
        {
          Code: codeOf(n),
          Parent: codeOf(n),
          Status: 'ACTIVE',
          GivenName: 'Nils',
          FamilyName: `Runner${n}`,
          PrintName: `RUNNER${n} Nils`,
          TVName: `Nils RUNNER${n}`,
          Gender: 'M',
          Organisation: organisationOf(n),
          BirthDate: '2004-05-06',
        },
        [odfElement('Discipline', { Code: discipline })],
      ),
    ),
  );
}

/**
 * The results of a unit after so many versions: the leader's time ends in the version, which is how the benchmark knows
 * what a page shows; and from version to version two others change their places.
 */
export function resultMessage(n: number, version: number): string {
  const order = Array.from({ length: competitors }, (_, index) => index);
  const at = 1 + (version % (competitors - 2));
  [order[at], order[at + 1]] = [order[at + 1]!, order[at]!];
  return messageOf(
    { documentType: 'DT_RESULT', documentCode: unitCode(n), version, resultStatus: 'LIVE' },
    order.map((who, place) =>
      odfElement(
        'Result',
        {
          Rank: place + 1,
          SortOrder: place + 1,
          StartOrder: who + 1,
          StartSortOrder: who + 1,
          Bib: who + 1,
          ResultType: 'TIME',
          Result: place === 0 ? markOf(version) : `2:${String(10 + place).padStart(2, '0')}.50`,
          Diff: place === 0 ? '0.00' : `+${10 + place}.50`,
        },
        [
          odfElement('ExtendedResults', {}, splits(place)),
          odfElement('Competitor', { Code: codeOf(who), Type: 'A', Bib: who + 1, Organisation: organisationOf(who) }, [
            odfElement('Composition', {}, [odfElement('Athlete', { Code: codeOf(who), Order: 1, Bib: who + 1 })]),
          ]),
        ],
      ),
    ),
  );
}

/** The leader's time in a version of the results: a minute and as many milliseconds. */
export function markOf(version: number): string {
  return `1:${String(10 + Math.floor(version / 1000))}.${String(version % 1000).padStart(3, '0')}`;
}

/** The version that a page shows, by its text; 0 where it shows none. */
export const versionShown = `(text) => {
  const marks = [...text.matchAll(/1:(\\d\\d)\\.(\\d\\d\\d)/g)];
  return Math.max(0, ...marks.map(([, seconds, rest]) => (Number(seconds) - 10) * 1000 + Number(rest)));
}`;

function splits(place: number): OdfElement[] {
  return [1, 2, 3].map((position) =>
    odfElement('ExtendedResult', {
      Type: 'PROGRESS',
      Code: 'INTERMEDIATE',
      Pos: position,
      Value: `${20 * position + place}.10`,
      Rank: place + 1,
      Diff: `+${place}.10`,
    }),
  );
}

function codeOf(n: number): string {
  return String(1_000_100 + n);
}

function organisationOf(n: number): string {
  return `${'ABCDEFGHIJ'[n % 10]}${'NOR'[n % 3]}A`;
}

let sentMs = Date.UTC(2030, 1, 22, 7);

function messageOf(
  header: Pick<OdfHeader, 'documentType' | 'documentCode' | 'version'> & Partial<OdfHeader>,
  content: readonly OdfElement[],
): string {
  sentMs += 10;
  const time = new Date(sentMs).toISOString().slice(11, 23).replaceAll(/[:.]/g, '');
  const full: OdfHeader = {
    competitionCode: 'XWG2030',
    documentSubcode: undefined,
    documentSubtype: undefined,
    resultStatus: undefined,
    language: undefined,
    feedFlag: 'P',
    date: day,
    time,
    logicalDate: day,
    source: 'BENCH1',
    ...header,
  };
  const competition = odfElement('Competition', { Gen: 'G', Sport: 'S', Codes: 'C' }, content);
  return writeMessage({ root: composeBody(full, [competition]) });
}
