import { readMessage } from '../message/read-message.ts';
import type { OdfMessage } from '../message/odf-message.ts';

/**
 * Messages for tests, all invented. The schedules are written as genuine ones of 2022 are: nine digits of time, `Medal="Y"`
 * for a session, no `Sport` in an update, and attributes that no schema knows (`MediaAccess`, `ModificationIndicator`).
 */

export const biathlonSchedule = `<?xml version="1.0" encoding="UTF-8"?>
<OdfBody CompetitionCode="XWG2030" DocumentCode="BTH-------------------------------" DocumentType="DT_SCHEDULE" Version="1" FeedFlag="P" Date="2022-02-27" Time="114956264" LogicalDate="2022-02-27" Source="ODS">
  <Competition Gen="XWG-2030-GEN" Sport="XWG-2030-BTH" Codes="XWG-2030">
    <Session SessionCode="BTH01" StartDate="2022-03-05T10:00:00+08:00" EndDate="2022-03-05T15:05:00+08:00" Venue="NBC" VenueName="Northland Biathlon Centre" Medal="Y">
      <SessionName Language="ENG" Value="Session 1"/>
    </Session>
    <Unit Code="BTH-------------------CNCL000100--" PhaseType="3" ScheduleStatus="UNSCHEDULED">
      <ItemName Language="ENG" Value="Cancelled event"/>
    </Unit>
  </Competition>
</OdfBody>
`;

export const trainingUpdate = `<OdfBody CompetitionCode="XWG2030" DocumentCode="TRU-------------------------------" DocumentType="DT_SCHEDULE_UPDATE" Version="2688" Language="ENG" FeedFlag="P" Date="2022-02-17" Time="084527763" LogicalDate="2022-02-17" Source="ODS"><Competition Gen="XWG-2030-GEN" Codes="XWG-2030-3.10"><Unit Code="TRU-IHO-------------------3D------" PhaseType="2" ScheduleStatus="SCHEDULED" StartDate="2022-02-17T12:00:00+08:00" HideStartDate="N" EndDate="2022-02-17T13:00:00+08:00" HideEndDate="N" Venue="NAR" Location="NAR" MediaAccess="OPE" ModificationIndicator="U"><ItemName Language="ENG" Value="Men&#39;s Practice Men's Pre-Game BBB"/><ItemName Language="CHI" Value="男子训练"/><ItemDescription Language="ENG">&lt;p&gt;M SF1 (Away) MNA BBB&lt;/p&gt;</ItemDescription><VenueDescription VenueName="North Arena" LocationName="North Arena"/></Unit></Competition></OdfBody>`;

export const hockeyUnit = 'IHOMTEAM6-------------FNL-000100--';

/** What a test says about one action. */
export type SampleAction = { id: string; period?: string; order?: number; scorer?: string };

/** A DT_PLAY_BY_PLAY of the sample unit; `period` unset makes it the master. */
export function hockeyPlayByPlay(said: {
  version: number;
  time?: string;
  period?: string;
  actions: readonly SampleAction[];
  feedFlag?: 'P' | 'T';
  resultStatus?: string;
  unit?: string;
}): string {
  const subcode = said.period === undefined ? '' : ` DocumentSubcode="${said.period}"`;
  const actions = said.actions.map(
    ({ id, period = said.period ?? 'P1', order = 1, scorer = '1000123' }) => `
   <Action Id="${id}" Period="${period}" Order="${order}" Action="GOAL" When="14:02" Result="PP1" ScoreH="2" ScoreA="1" TimeStamp="2030-02-22T15:13:58.420+01:00">
    <Competitor Code="IHOMTEAM6---AAA01" Type="T" Organisation="AAA" Order="1"><Composition>
     <Athlete Code="${scorer}" Order="1" Bib="17" Role="SCR"><Description GivenName="Tero" FamilyName="Valla" Gender="M" Organisation="AAA"/></Athlete>
    </Composition></Competitor>
   </Action>`,
  );
  return `<OdfBody CompetitionCode="XWG2030" DocumentCode="${said.unit ?? hockeyUnit}"${subcode} DocumentType="DT_PLAY_BY_PLAY" DocumentSubtype="ACTION" Version="${said.version}" ResultStatus="${said.resultStatus ?? 'LIVE'}" FeedFlag="${said.feedFlag ?? 'T'}" Date="2030-02-22" Time="${said.time ?? '151407312'}" LogicalDate="2030-02-22" Source="ARNIHO1">
 <Competition Gen="XWG-2030-GEN-1" Sport="XWG-2030-IHO-1" Codes="XWG-2030-1">
  <Actions Home="IHOMTEAM6---AAA01" Away="IHOMTEAM6---BBB01">${actions.join('')}
  </Actions>
 </Competition>
</OdfBody>`;
}

/** Participants, in a full list or an update. */
export function participantList(said: {
  type?: 'DT_PARTIC' | 'DT_PARTIC_UPDATE';
  version: number;
  time?: string;
  people: readonly { code: string; family: string }[];
}): string {
  const people = said.people.map(
    ({ code, family }) =>
      `<Participant Code="${code}" Parent="${code}" Status="ACTIVE" GivenName="Tero" FamilyName="${family}" PrintName="${family.toUpperCase()} Tero" PrintInitialName="${family.toUpperCase()} T" TVName="Tero ${family.toUpperCase()}" TVInitialName="T. ${family.toUpperCase()}" TVFamilyName="${family.toUpperCase()}" Gender="M" Organisation="AAA" BirthDate="2004-05-06" Height="185" MainFunctionId="AA01"><Discipline Code="IHO-------------------------------"><RegisteredEvent Event="IHOMTEAM6-------------------------" Bib="17"><EventEntry Type="ENTRY" Code="POSITION" Value="F"/></RegisteredEvent></Discipline></Participant>`,
  );
  return `<OdfBody CompetitionCode="XWG2030" DocumentCode="IHO-------------------------------" DocumentType="${said.type ?? 'DT_PARTIC'}" Version="${said.version}" FeedFlag="P" Date="2030-02-01" Time="${said.time ?? '080000000'}" LogicalDate="2030-02-01" Source="GMS"><Competition Gen="G" Sport="S" Codes="C">${people.join('')}</Competition></OdfBody>`;
}

/** Reads what a test knows to be readable. */
export function messageOf(xml: string): OdfMessage {
  const reading = readMessage(xml);
  if (!reading.ok) throw new Error(`${reading.fault.message} ${reading.fault.remedy}`);
  return reading.message;
}
