import type { TableField } from '../../contract/tables.ts';

/** Titles of columns as lists have them, in the twelve languages of the product; see {@link plainTitle} for how they are compared. */
const titles: Readonly<Record<TableField, string>> = {
  bib: `bib, bib no, bib number, number, no, nr, num, #, start number, race number, dossard, no dossard, numero, numéro, pettorale, pett, startnummer, start nr, start no, st nr, startnr, stnr, stn, snr, nummer, dorsal, nº, n°, número, peitoral, peito, 号码, 号码布, 号码簿, 號碼, 號碼布, 参赛号, ゼッケン, ゼッケン番号, ナンバー, 번호, 배번, 배번호, رقم, رقم الصدرية, الرقم, номер, нагрудный номер, стартовый номер, №`,
  order: `start order, order, starting order, start pos, start position, ordre, ordre de départ, ordine, ordine di partenza, startreihenfolge, startfolge, reihenfolge, orden, orden de salida, ordem, ordem de partida, 出发顺序, 出發順序, 出发序, スタート順, 滑走順, 출발 순서, 출발순서, ترتيب الانطلاق, ترتيب البداية, порядок старта, очередность`,
  name: `name, full name, athlete, athlete name, competitor, runner, participant, rider, skier, nom et prénom, nom prénom, nom complet, athlète, coureur, concurrent, nome e cognome, cognome e nome, cognome nome, nominativo, atleta, concorrente, athlet, athletin, läufer, läuferin, teilnehmer, teilnehmerin, name vorname, vor und nachname, nombre y apellidos, apellidos y nombre, nombre completo, deportista, corredor, participante, nome completo, 姓名, 运动员, 運動員, 选手, 選手, 氏名, 名前, 選手名, 이름, 성명, 선수, 선수명, الاسم, الاسم الكامل, اللاعب, الرياضي, фио, спортсмен, участник, имя и фамилия, фамилия имя, фамилия и имя`,
  family: `family name, family, surname, last name, lastname, nom, nom de famille, cognome, nachname, familienname, zuname, apellido, apellidos, sobrenome, apelido, 姓, 姓氏, 성, اسم العائلة, اللقب, العائلة, фамилия`,
  given: `given name, given, first name, firstname, forename, prénom, prénoms, nome, vorname, rufname, nombre, nombres, nome próprio, primeiro nome, 名, 名字, 이름만, الاسم الأول, имя`,
  organisation: `organisation, organization, org, club, team, team name, association, équipe, société, società, squadra, sodalizio, verein, verein/ort, verein/team, club/team, mannschaft, klub, organizacion, asociación, equipo, clube, equipa, equipe, associação, organização, 俱乐部, 俱樂部, 单位, 單位, 代表队, 代表隊, 队伍, 所属, 所属団体, クラブ, チーム, 소속, 클럽, 팀, النادي, نادي, الفريق, المنظمة, клуб, команда, организация, общество`,
  nation: `nation, country, nat, noc, nationality, ioc, pays, nationalité, nazione, naz, nazionalità, paese, land, nationalität, staat, país, nacionalidad, nacionalidade, nação, 国家, 國家, 国籍, 國籍, 国, 국가, 국적, الدولة, البلد, الجنسية, страна, гражданство`,
  gender: `gender, sex, m/f, f/m, m/w, w/m, genre, sexe, h/f, genere, sesso, geschlecht, género, sexo, gênero, 性别, 性別, 성별, الجنس, النوع, пол`,
  birth: `year, year of birth, birth year, yob, born, date of birth, birthdate, birth date, dob, birthday, année, année de naissance, naissance, date de naissance, né en, an, anno, anno di nascita, data di nascita, nascita, jahrgang, jg, geburtsjahr, geburtsdatum, geboren, año, año de nacimiento, fecha de nacimiento, nacimiento, ano, ano de nascimento, data de nascimento, nascimento, 出生年, 出生年份, 出生日期, 生日, 生年, 生年月日, 出生, 출생연도, 생년, 생년월일, سنة الميلاد, تاريخ الميلاد, год, год рождения, дата рождения, гр`,
  code: `code, id, licence, license, licence no, license number, fis code, athlete id, uci id, n licence, numéro de licence, tessera, codice, codice atleta, lizenz, lizenznummer, licencia, licença, 注册号, 註冊號, 証号, 登録番号, 등록번호, رقم الرخصة, лицензия, код`,
  start: `start, start time, starting time, départ, heure de départ, partenza, ora di partenza, orario di partenza, startzeit, startuhrzeit, hora de salida, salida, hora de partida, partida, largada, 出发时间, 出發時間, 出发, スタート時刻, スタート, 출발 시간, 출발시간, وقت الانطلاق, وقت البداية, старт, время старта`,
  result: `result, time, finish time, net time, total, total time, race time, mark, temps, résultat, temps total, chrono, tempo, risultato, tempo finale, tempo totale, zeit, ergebnis, laufzeit, endzeit, gesamtzeit, nettozeit, tiempo, resultado, marca, tiempo total, 成绩, 成績, 时间, 時間, 总成绩, 總成績, 记录, タイム, 記録, 合計, 기록, 시간, الزمن, الوقت, النتيجة, результат, время, итоговое время`,
  rank: `rank, rk, pos, position, place, pl, ranking, rang, classement, clt, place finale, posizione, classifica, rango, posto, platz, platzierung, pltz, puesto, posición, clasificación, lugar, classificação, posição, colocação, 名次, 排名, 順位, 순위, 등수, المركز, الترتيب, место, ранг`,
  team: `relay, relay team, relay name, crew, boat, pair, duo, name of team, relais, équipe de relais, nom d'équipe, nom de l'équipe, équipage, staffetta, nome squadra, equipaggio, staffel, staffelname, mannschaftsname, teamname, estafeta, relevo, equipo de relevos, nombre del equipo, revezamento, nome da equipa, nome da equipe, 接力队, 队名, 接力隊, 隊名, チーム名, リレーチーム, 팀명, 팀 이름, 계주팀, اسم الفريق, فريق التتابع, эстафета, название команды, экипаж, team, team name, équipe, squadra, mannschaft, equipo, equipa, equipe, 代表队, 队伍, 隊伍, チーム, 팀, الفريق, команда`,
  member: `member, members, team member, team members, athletes, runners, riders, skiers, competitors, participants, line up, équipier, équipiers, coéquipiers, membre, membres, athlètes, coureurs, relayeur, relayeurs, componente, componenti, frazionista, frazionisti, atleti, mitglied, mitglieder, teammitglied, teammitglieder, staffelläufer, athleten, läufer und läuferinnen, miembro, miembros, integrante, integrantes, relevista, relevistas, componentes, corredores, membro, membros, atletas, 队员, 成员, 隊員, 成員, メンバー, 走者, 第走者, 第棒, 팀원, 주자, 선수들, الأعضاء, عضو, العضو, اللاعبون, член команды, члены команды, участники, спортсмены, состав`,
  leg: `leg, leg no, leg number, leg order, relay leg, no de relais, parcours, frazione, strecke, streckennummer, abschnitt, teilstrecke, tramo, posta, percurso, trecho, troço, 棒次, 棒, 区間, 区, 走順, 구간, 주자 순서, 순번, المرحلة, المقطع, الشوط الفردي, этап, номер этапа`,
  unit: `heat, heats, heat no, run, run no, unit, race, race no, round, wave, series, manche, série, séries, tour, batteria, batterie, turno, gara, lauf, vorlauf, durchgang, serie, runde, rennen, manga, ronda, eliminatoria, carrera, bateria, eliminatória, corrida, ronda no, 轮次, 场次, 赛次, 組, 组次, 輪次, 場次, 賽次, 組次, ヒート, レース, 回, 本目, 조, 경기, 레이스, 차수, الشوط, شوط, التصفية, الجولة, заезд, забег, попытка, серия, раунд`,
  status: `status, irm, remark, remarks, note, notes, statut, remarque, stato, bemerkung, bemerkungen, estado, observaciones, observação, 状态, 狀態, 备注, 備註, 備考, 状況, 상태, 비고, الحالة, ملاحظات, статус, примечание, состояние`,
};

const fields = new Map<string, TableField[]>();
for (const [field, list] of Object.entries(titles) as [TableField, string][]) {
  for (const title of list.split(',')) fields.set(plainTitle(title), [...(fields.get(plainTitle(title)) ?? []), field]);
}

/** What a column with that title says, if the title is known. */
export function fieldOfTitle(title: string): TableField | undefined {
  return fieldsOfTitle(title)[0];
}

/** All that a column with that title may say, what is most likely first: "Team" is that of an athlete, or who competes. */
export function fieldsOfTitle(title: string): readonly TableField[] {
  if (title.length > 80) return [];
  const known = fields.get(plainTitle(title)) ?? fields.get(plainTitle(withoutUnit(title)));
  return known ?? (isNumberedMember(title) ? ['member'] : []);
}

/** "Athlete 1", "2. Läufer", "Leg 3": one of several columns that each hold a member of a team. */
function isNumberedMember(title: string): boolean {
  const [, before = '', after = ''] = /^(\D*)\d{1,2}(\D*)$/.exec(plainTitle(title)) ?? [];
  const said = fields.get(plainTitle(`${before}${after}`)) ?? [];
  return said.some((field) => field === 'member' || field === 'leg' || field === 'name');
}

/** "N° dossard" and "n dossard" are one title: small letters without marks, and without what is no letter or digit. */
function plainTitle(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}#№/]+/gu, ' ')
    .trim();
  return plain.normalize('NFKC');
}

/** "Time (mm:ss)" is "Time". */
function withoutUnit(title: string): string {
  return title.replace(/[([（【].*$/, '');
}
