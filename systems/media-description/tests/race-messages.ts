/** Official messages of one timed run for the tests of this room, as few attributes as the feed may have. */

export const race = 'ALPMDH----------------FNL-000100--';

const names: Readonly<Record<string, string>> = {
  '1000201': 'GivenName="Tero" FamilyName="Valla" TVName="Tero VALLA"',
  '1000202': 'GivenName="Aki" FamilyName="Suomi" TVName="Aki SUOMI"',
  '1000203': 'GivenName="Ari" FamilyName="Kolmas" TVName="Ari KOLMAS"',
};

/** Who takes part. */
export function participantList(): string {
  const people = Object.entries(names).map(
    ([code, name]) =>
      `<Participant Code="${code}" Parent="${code}" Status="ACTIVE" ${name} Organisation="AAA" Gender="M"/>`,
  );
  return compose('DocumentCode="ALP-------------------------------" DocumentType="DT_PARTIC"', 1, '10:00:00', people);
}

export type Line = { readonly code: string; readonly rank?: number; readonly result?: string; readonly irm?: string };

/** The result list of the run as it was told so (clock of the venue, "10:01:30"). */
export function resultList(version: number, clock: string, lines: readonly Line[]): string {
  const results = lines.map(({ code, rank, result, irm }, order) => {
    const attributes = Object.entries({ Rank: rank, Result: result, IRM: irm, SortOrder: order + 1 });
    const given = attributes.flatMap(([name, value]) => (value === undefined ? [] : `${name}="${value}"`)).join(' ');
    return `<Result ${given}><Competitor Code="${code}" Type="A" Organisation="AAA"/></Result>`;
  });
  return compose(`DocumentCode="${race}" DocumentType="DT_RESULT" ResultStatus="LIVE"`, version, clock, results);
}

function compose(document: string, version: number, clock: string, content: readonly string[]): string {
  const header =
    `CompetitionCode="XWG2030" ${document} Version="${version}" FeedFlag="P" Date="2030-02-22" ` +
    `Time="${clock.replaceAll(':', '')}000" LogicalDate="2030-02-22" Source="TEST"`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?><OdfBody ${header}>` +
    `<Competition Gen="X" Sport="X" Codes="X">${content.join('')}</Competition></OdfBody>`
  );
}
