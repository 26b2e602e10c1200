const values =
  'Rank:number RankEqual:flag ResultType Result Unchecked:flag IRM QualificationMark WLT:outcome SortOrder:number StartOrder:number ' +
  'StartSortOrder:number Diff Pty Won Lost Tied Played For Against Ratio PhotoFinish:photoFinish';

const measure = 'Code Unit Value Type';
const names =
  'GivenName LocalGivenName LocalFamilyName PassportGivenName PassportFamilyName SCBLName SCBMName SCBSName';

/** What ODF2 demands of the content of each kind of document; written as in `competitionRules`. */
export const entityRules: Readonly<Record<string, string>> = {
  Unit:
    'Code!:rsc PhaseType! ScheduleStatus!:scheduleStatus UnitNum StartDate:dateTime HideStartDate:flag EndDate:dateTime HideEndDate:flag ' +
    'ActualStartDate:dateTime ActualEndDate:dateTime Order:number Medal:unitMedal Venue Location SessionCode HideUnitNum:flag ; ' +
    'StartText* ItemName+ ItemDescription* VenueDescription? StartList? Result*',
  StartText: 'Language!:language Value!',
  ItemName: 'Language!:language Value!',
  ItemDescription: 'Language!:language ; text',
  'Unit/VenueDescription': 'VenueName! LocationName',
  StartList: '; Start+',
  Start: 'SortOrder!:number StartOrder:number ; PreviousUnit? Competitor?',

  Result: `${values} ; ExtendedResults? RecordIndicators? ResultItems? Competitor!`,
  'Unit/Result': `${values} ; ExtendedResults? RecordIndicators? ResultItems? Competitor?`,
  'ResultItem/Result': `${values} ; ExtendedResults? RecordIndicators? Competitor?`,
  ExtendedResults: '; ExtendedResult+',
  ExtendedResult:
    'Type! Code! Pos Value Value2 ValueType IRM Rank:number RankEqual:flag SortOrder:number Diff Speed Move Pty Discard Arrive Unchecked:flag ; Extension*',
  RecordIndicators: '; RecordIndicator+',
  RecordIndicator: 'Order!:number Code! RecordType! Equalled:flag',
  ResultItems: '; ResultItem+',
  ResultItem: 'Unit Order:number ; Result!',

  Stats: 'Code ; StatsItems? Competitor* Composition?',

  Bracket: 'Code! ; BracketItems+',
  BracketItems: 'Code! ; BracketItem+',
  BracketItem: 'Order!:number Position! Code Date:date Time TimeStamp:dateTime Unit:rsc Result ; CompetitorPlace+',
  CompetitorPlace:
    'Pos! Code WLT:outcome Rank:number Result ResultType Diff IRM QualificationMark StrikeOut:flag StartOrder:number PhotoFinish:photoFinish ; PreviousUnit? Competitor?',

  Medal: 'Code!:medalCode Date!:date Unit!:rsc ; Competitor*',
  'Medal/Competitor':
    'Code! Type!:competitorType Organisation! Order!:number Bib ; Description? Coaches? EventUnitEntry* Composition!',
  'Competition/Discipline': 'Code!:rsc TotalEvents:number FinishedEvents:number ; Event+',
  Event: 'Code!:rsc EventName Date:date ; Medal+',
  MedalStandings: 'DateTime! LastEvent!:rsc TotalEvents!:number FinishedEvents!:number ; MedalSummary? MedalsTable?',
  MedalSummary: '; MedalNumber*',
  MedalsTable: '; MedalLine*',
  MedalLine:
    'Rank!:number RankTotal!:number SortRank!:number SortRankTotal!:number Organisation! ; Description? MedalNumber+',
  'MedalLine/Description': 'OrganisationName!',
  MedalNumber: 'Type! Gold:number Silver:number Bronze:number Total:number',

  Participant:
    'Code! Parent! Status! FamilyName! PrintName! PrintInitialName! TVName! TVInitialName! TVFamilyName! Gender!:personGender Organisation! ' +
    `${names} BirthDate:date Height:number Weight:number PlaceofBirth CountryofBirth PlaceofResidence CountryofResidence Nationality MainFunctionId ; Discipline+ OfficialFunction*`,
  'DT_PARTIC_NAME:Participant': `Code! Organisation FamilyName PrintName TVName PrintInitialName TVInitialName TVFamilyName ${names}`,
  'DT_PARTIC_NAME:Team': 'Code! Name ShortName TVTeamName',
  'Participant/Discipline': 'Code!:rsc IFId ; RegisteredEvent* DisciplineEntry*',
  'Team/Discipline': 'Code!:rsc IFId ; RegisteredEvent* DisciplineEntry*',
  RegisteredEvent: 'Event!:rsc Bib Status Substitute ; EventEntry*',
  EventEntry: 'Type! Code! Pos Value',
  DisciplineEntry: 'Type! Code! Pos Value',
  OfficialFunction: 'FunctionId!',
  Team: 'Code! Status! Organisation! ShortName! TVTeamName! Gender!:gender TeamType! Name ; Composition? Discipline!',
  Entry:
    'Code! Type!:competitorType Organisation! SortOrder!:number Bib EntryStatus Substitute ; Description? Coaches? ExtendedEntry* Composition?',
  'Entry/Description': 'TeamName',
  ExtendedEntry: 'Type! Code! Pos Value',

  Record: 'Code! ; Description? RecordType+',
  'Record/Description': 'Name!',
  RecordType: 'Order!:number RecordType! Shared!:flag ; RecordData*',
  RecordData:
    'Order!:number Historical!:flag ResultType Result Unit Country Place Date TimeStamp:dateTime Equalled:flag Unconfirmed:flag Current:flag ; Competitor?',

  Communication: 'PublishTime! ; Decision? Protest?',
  Decision: 'ItemNum IssuedTime AffectsSCH AffectsRES Unit:rsc ; Subtitle? Summary? Details? IssuedBy?',
  Protest:
    'Status! Rule! Interpreter! HearingTime DecisionTime Initiator Respondent Unit:rsc ; Subtitle? Summary? Details? IssuedBy? Jury+',
  Jury: 'Code Order:number Function ; Description?',
  Subtitle: '; text',
  Summary: '; text',
  Details: '; text',
  IssuedBy: '; text',

  Weather: 'Date! ; Conditions+',
  Conditions: 'Code! Humidity Wind_Direction ; Condition* Precipitation* Pressure* Temperature* Wind*',
  Condition: 'Code! Value',
  Temperature: 'Code! Unit! Value Type',
  Precipitation: measure,
  Pressure: measure,
  Wind: measure,
  Venue: 'Code! ; DateTime+',
  'Venue/DateTime': 'Code! Date!:date Time ; Conditions+',
  'DateTime/Conditions':
    'Code! Humidity! Wind_Degree! Prec_Probability Lightning Sunrise Sunset ; Condition* Precipitation* Pressure* Temperature* Wind*',

  CodeSet: 'Code! Type! Sport Discipline Gender Event Phase EventUnit Schedule Medal ; Language+',
  Language: 'Language!:language Description DOrder:number LongDescription LDOrder:number ShortDescription',
  Configs: '; Config*',
  Config: 'Unit ; ExtendedConfig*',
  ExtendedConfig: 'Type! Code! Pos Value ; ExtendedConfigItem*',
  ExtendedConfigItem: 'Type Code! Pos Value',
  Image: 'Pos! Version!:number Revision!:number ImageType! ; Result* ImageTitle? ImageDescription? ImageData!',
  ImageTitle: '; text',
  ImageDescription: '; text',
  ImageData: '; text!',
};
