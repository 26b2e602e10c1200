/** The two invented teams. Every organisation and every athlete is made up; codes do not collide with real ones. */
export type Side = 'home' | 'away';
export type Role = 'GK' | 'LD' | 'RD' | 'LW' | 'C' | 'RW';
export const skaterRoles: readonly Role[] = ['LD', 'RD', 'LW', 'C', 'RW'];

export type Athlete = {
  /** Accreditation-like code without leading zeros. */
  code: string;
  bib: number;
  givenName: string;
  familyName: string;
  localGivenName?: string;
  localFamilyName?: string;
  birthDate: string;
  position: 'GK' | 'D' | 'F';
};

export type Team = {
  side: Side;
  /** ODF team code, 20 characters: discipline, gender, event, organisation, number. */
  code: string;
  organisation: string;
  name: string;
  colours: { jersey: string; accent: string; trousers: string; helmet: string; banner: string };
  goalkeepers: readonly [Athlete, Athlete];
  /** Two lines of five skaters. */
  lines: readonly [Record<SkaterRole, Athlete>, Record<SkaterRole, Athlete>];
};
export type SkaterRole = Exclude<Role, 'GK'>;

export function teams(): { home: Team; away: Team } {
  return { home, away };
}

export function athletesOf(team: Team): Athlete[] {
  return [...team.goalkeepers, ...team.lines.flatMap((line) => skaterRoles.map((role) => line[role as SkaterRole]))];
}

const home: Team = {
  side: 'home',
  code: 'IHOMTEAM6---NRV01',
  organisation: 'NRV',
  name: 'Norvaria',
  colours: { jersey: '#12408f', accent: '#ffc93c', trousers: '#0c1c3f', helmet: '#163f8c', banner: '#1450b8' },
  goalkeepers: [
    athlete('GK', 1000101, 31, 'Matthias', 'Grünwaldt', '1996-03-04'),
    athlete('GK', 1000102, 1, 'Ilmo', 'Väisäläinen', '2001-11-19'),
  ],
  lines: [
    {
      LD: athlete('D', 1000110, 4, 'Aksel', 'Bråthen-Lie', '1998-01-23'),
      RD: athlete('D', 1000111, 27, 'Seán', "O'Farraigh", '1999-07-02'),
      LW: athlete('F', 1000112, 19, 'Yunfan', 'Li', '2000-05-16', ['云帆', '李']),
      C: athlete('F', 1000113, 17, 'Jussi', 'Räikkälä', '1997-09-30'),
      RW: athlete('F', 1000114, 88, 'Łukasz', 'Żmudziński', '2002-02-11'),
    },
    {
      LD: athlete('D', 1000115, 6, 'Þorri', 'Hallgrímsson', '1995-12-08'),
      RD: athlete('D', 1000116, 55, 'Mathéo', "D'Aubreville", '2001-04-27'),
      LW: athlete('F', 1000117, 11, 'Xuesong', 'Wang', '2003-08-14', ['雪松', '王']),
      C: athlete('F', 1000118, 9, 'Benedikt', 'Størkersen', '1998-06-21'),
      RW: athlete('F', 1000119, 71, 'Tomáš', 'Říhovec', '2000-10-05'),
    },
  ],
};

const away: Team = {
  side: 'away',
  code: 'IHOMTEAM6---ZAH01',
  organisation: 'ZAH',
  name: 'Zahreen',
  colours: { jersey: '#c3182c', accent: '#ffffff', trousers: '#3a0b12', helmet: '#f4f1ee', banner: '#b3122a' },
  goalkeepers: [
    athlete('GK', 1000201, 35, 'Idris', 'Al-Marzuq', '1997-02-18', ['إدريس', 'المرزوق']),
    athlete('GK', 1000202, 30, 'Iñaki', 'Echeburúa', '1999-12-30'),
  ],
  lines: [
    {
      LD: athlete('D', 1000210, 5, 'Karim', 'Benouali', '1996-10-12', ['كريم', 'بن والي']),
      RD: athlete('D', 1000211, 44, 'Dávid', 'Szentpétery', '2000-01-07'),
      LW: athlete('F', 1000212, 13, 'Youssef', 'El-Tazi', '2001-06-25', ['يوسف', 'الطازي']),
      C: athlete('F', 1000213, 21, 'Niccolò', "Dell'Arsa", '1998-03-15'),
      RW: athlete('F', 1000214, 97, 'Haoran', 'Zhao', '2002-09-09', ['浩然', '赵']),
    },
    {
      LD: athlete('D', 1000215, 8, 'Jeremiáš', 'Kůrka', '1999-05-28'),
      RD: athlete('D', 1000216, 26, 'Samir', 'Hakkani', '1997-11-03', ['سمير', 'الحقاني']),
      LW: athlete('F', 1000217, 16, 'Ömer', 'Günaçar', '2003-01-20'),
      C: athlete('F', 1000218, 91, 'Émile', 'Saint-Aubert', '2000-07-31'),
      RW: athlete('F', 1000219, 24, 'Vuk', 'Đurašević', '1998-12-17'),
    },
  ],
};

type LocalName = [given: string, family: string];

function athlete(
  position: Athlete['position'],
  code: number,
  bib: number,
  givenName: string,
  familyName: string,
  birthDate: string,
  local?: LocalName,
): Athlete {
  return {
    code: String(code),
    bib,
    givenName,
    familyName,
    birthDate,
    position,
    ...(local && { localGivenName: local[0], localFamilyName: local[1] }),
  };
}
