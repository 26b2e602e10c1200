/**
 * What ODF2 demands of a message and of what its documents have in common. `Attribute!:kind … ; Child! Child? Child+ Child*`:
 * `!` is required (a child: once), `?` once or not, `+` once or more, `*` any number; children stand in this order;
 * `text` means that the element holds text, `text!` that it must. `Parent/Name` is for that place only, `DT_X:Name` for that document.
 */
export const competitionRules: Readonly<Record<string, string>> = {
  OdfBody:
    'CompetitionCode! DocumentCode! DocumentSubcode DocumentType!:documentType DocumentSubtype Version!:version ResultStatus:resultStatus ' +
    'Language:language FeedFlag!:feedFlag Date!:date Time!:time LogicalDate!:date Source! ; Competition? Note*',
  Note: '; text',
  Competition:
    'Gen! Sport Codes! ; ExtendedInfos? Session* Clock? StatsItems? Officials? Periods? Actions* Categories? RightsInfo? ContentInfo?',

  ExtendedInfos: '; DateTime? UnitDateTime? ExtendedInfo* Progress? SportDescription? VenueDescription? ListComp*',
  'ExtendedInfos/DateTime': 'Update!',
  UnitDateTime: 'StartDate:dateTime EndDate:dateTime Duration',
  ExtendedInfo: 'Type! Code! Pos Value ; Extension*',
  Extension: 'Code! Pos Value',
  Progress: 'LastUnit UnitsTotal:number UnitsComplete:number',
  SportDescription: 'DisciplineName! EventName SubEventName Gender:gender UnitNum',
  'ExtendedInfos/VenueDescription': 'Venue! VenueName! Location LocationName Attendance',
  ListComp: 'Date!:date Place Country Pos AddInfo ScheduleStatus!:scheduleStatus',

  Clock: 'Running!:flag Time! Period',
  Officials: '; Official+',
  Official: 'Code! Function Order:number Bib ; Description?',
  Periods: 'Home Away ; Period+',
  Period: 'Code! HomeScore AwayScore HomePeriodScore AwayPeriodScore Duration ; ExtendedPeriods?',
  ExtendedPeriods: '; ExtendedPeriod+',
  ExtendedPeriod: 'Type Code! Pos Value',
  StatsItems: '; StatsItem+',
  StatsItem: 'Type! Code! Pos Value Attempt Avg Percent Rank:number RankEqual:flag SortOrder:number ; ExtendedStat*',
  ExtendedStat: 'Code! Pos Value',
  RightsInfo: '; CopyrightHolder? Notice? Usage? Extension*',
  ContentInfo: '; Title? Description?',

  Session:
    'SessionCode! StartDate!:dateTime EndDate!:dateTime Venue! VenueName! Leadin SessionStatus SessionType Medal FOP HideStartDate:flag HideEndDate:flag ; SessionName+',
  SessionName: 'Language!:language Value!',

  Actions: 'Home Away ; Action*',
  Action:
    'Id! PId Period Order:number Action ActionAdd ActionDesc Comment When:clock Result ScoreH ScoreA LeadH LeadA SO_H SO_A Rally Win Speed Loc ' +
    'X:number Y:number Z:number Line TimeStamp:dateTime ; ExtendedAction* Competitor* Officials? ImageData?',
  ExtendedAction: 'Code! Pos Value',
  'Action/Competitor':
    'Code! Type!:competitorType Organisation! Role Order:number Bib ; Description? Coaches? EventUnitEntry* StatsItems? Composition? Opponent*',

  Competitor:
    'Code! Type!:competitorType Bib Organisation Order:number Current:flag ; Description? Coaches? EventUnitEntry* StatsItems? Composition? Opponent*',
  'Competitor/Description': 'TeamName! IFId',
  Coaches: '; Coach+',
  Coach: 'Code! Function Order:number ; Description?',
  EventUnitEntry: 'Type! Code! Pos Value',
  Composition: '; Athlete* Team*',
  'Composition/Team': 'Code! Order:number Bib',
  Athlete:
    'Code! Order:number StartSortOrder:number StartOrder:number Bib Role EntryStatus Substitute ; Description? EventUnitEntry* ExtendedResults? StatsItems? Guide*',
  Opponent: 'Code! Type Pos',
  'Athlete/Description': person(),
  'Coach/Description': person(),
  'Official/Description': person(),
  'Jury/Description': person(),
  PreviousUnit: 'Unit Value WLT:outcome',
};

function person(): string {
  return 'FamilyName! Gender!:personGender Organisation! GivenName BirthDate:date IFId Class Horse';
}
