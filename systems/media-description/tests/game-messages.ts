/** Official messages of one game for the tests of this room, as few attributes as the feed may have. */

export const unit = 'IHOMTEAM6-------------GPA-000100--';

export type Goal = {
  readonly id: string;
  readonly at: string;
  readonly scorer: { readonly code: string; readonly given: string; readonly family: string };
  readonly homeScore: number;
};

/** The play-by-play of the first period with exactly these goals. */
export function playByPlay(version: number, goals: readonly Goal[], ofUnit = unit): string {
  const actions = goals.map(
    ({ id, at, scorer, homeScore }, order) =>
      `<Action Id="${id}" Period="P1" Order="${order + 1}" Action="GOAL" When="1:30" Result="EQ" ScoreH="${homeScore}" ScoreA="0" TimeStamp="${at}">` +
      `<Competitor Code="IHOMTEAM6---AAA01" Type="T" Organisation="AAA" Order="1"><Composition>` +
      `<Athlete Code="${scorer.code}" Order="1" Bib="17" Role="SCR"><Description GivenName="${scorer.given}" FamilyName="${scorer.family}" Gender="M" Organisation="AAA"/></Athlete>` +
      `</Composition></Competitor></Action>`,
  );
  const header =
    `CompetitionCode="XWG2030" DocumentCode="${ofUnit}" DocumentSubcode="P1" DocumentType="DT_PLAY_BY_PLAY" DocumentSubtype="ACTION" ` +
    `Version="${version}" ResultStatus="LIVE" FeedFlag="P" Date="2030-02-22" Time="${String(151_000_000 + version)}" LogicalDate="2030-02-22" Source="TEST"`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?><OdfBody ${header}><Competition Gen="X" Sport="X" Codes="X">` +
    `<Actions Home="IHOMTEAM6---AAA01" Away="IHOMTEAM6---BBB01">${actions.join('')}</Actions></Competition></OdfBody>`
  );
}
