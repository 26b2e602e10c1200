import { texts, type Texts } from './texts.ts';

/** Names of disciplines by ODF code. */
export const disciplineNames: Readonly<Record<string, Texts>> = {
  ALP: texts(
    'Alpine Skiing|Ski alpin|Ski Alpin|Sci alpino|Esquí alpino|Esqui alpino|高山滑雪|高山滑雪|アルペンスキー|알파인 스키|التزلج الألبي|Горнолыжный спорт',
  ),
  BTH: texts(
    'Biathlon|Biathlon|Biathlon|Biathlon|Biatlón|Biatlo|冬季两项|冬季兩項|バイアスロン|바이애슬론|البياثلون|Биатлон',
  ),
  CCS: texts(
    'Cross-Country Skiing|Ski de fond|Skilanglauf|Sci di fondo|Esquí de fondo|Esqui cross-country|越野滑雪|越野滑雪|クロスカントリースキー|크로스컨트리 스키|التزلج الريفي|Лыжные гонки',
  ),
  FSK: texts(
    'Figure Skating|Patinage artistique|Eiskunstlauf|Pattinaggio di figura|Patinaje artístico|Patinação artística|花样滑冰|花式滑冰|フィギュアスケート|피겨 스케이팅|التزحلق الفني على الجليد|Фигурное катание',
  ),
  IHO: texts(
    'Ice Hockey|Hockey sur glace|Eishockey|Hockey su ghiaccio|Hockey sobre hielo|Hóquei no gelo|冰球|冰球|アイスホッケー|아이스하키|هوكي الجليد|Хоккей с шайбой',
  ),
  SJP: texts(
    'Ski Jumping|Saut à ski|Skispringen|Salto con gli sci|Saltos de esquí|Salto de esqui|跳台滑雪|跳台滑雪|スキージャンプ|스키점프|القفز التزلجي|Прыжки на лыжах с трамплина',
  ),
};

/** Names of the medal events by the first 22 characters of their RSC, without the filling. */
export const eventNames = {
  ALPMDH: texts(
    "Men's Downhill|Descente hommes|Abfahrt Männer|Discesa libera maschile|Descenso masculino|Descida masculina|男子滑降|男子滑降|男子滑降|남자 활강|الانحدار للرجال|Скоростной спуск, мужчины",
  ),
  ALPWDH: texts(
    "Women's Downhill|Descente femmes|Abfahrt Frauen|Discesa libera femminile|Descenso femenino|Descida feminina|女子滑降|女子滑降|女子滑降|여자 활강|الانحدار للسيدات|Скоростной спуск, женщины",
  ),
  BTHXRELAY4: texts(
    'Mixed Relay|Relais mixte|Mixed-Staffel|Staffetta mista|Relevo mixto|Revezamento misto|混合接力|混合接力|混合リレー|혼성 계주|التتابع المختلط|Смешанная эстафета',
  ),
  CCSMSPRINT: texts(
    "Men's Sprint|Sprint hommes|Sprint Männer|Sprint maschile|Esprint masculino|Sprint masculino|男子短距离|男子短距離|男子スプリント|남자 스프린트|السباق السريع للرجال|Спринт, мужчины",
  ),
  CCSWSPRINT: texts(
    "Women's Sprint|Sprint femmes|Sprint Frauen|Sprint femminile|Esprint femenino|Sprint feminino|女子短距离|女子短距離|女子スプリント|여자 스프린트|السباق السريع للسيدات|Спринт, женщины",
  ),
  FSKWSINGLES: texts(
    "Women's Singles|Individuel femmes|Einzel Frauen|Singolo femminile|Individual femenino|Individual feminino|女子单人滑|女子單人滑|女子シングル|여자 싱글|فردي السيدات|Одиночное катание, женщины",
  ),
  FSKXPAIRS: texts('Pair Skating|Couples|Paarlauf|Coppie|Parejas|Pares|双人滑|雙人滑|ペア|페어|الأزواج|Парное катание'),
  IHOMTEAM6: texts(
    "Men's Tournament|Tournoi hommes|Turnier Männer|Torneo maschile|Torneo masculino|Torneio masculino|男子比赛|男子比賽|男子トーナメント|남자 경기|بطولة الرجال|Турнир, мужчины",
  ),
  SJPMNH: texts(
    "Men's Normal Hill|Tremplin normal hommes|Normalschanze Männer|Trampolino normale maschile|Trampolín normal masculino|Trampolim normal masculino|男子标准台|男子標準台|男子ノーマルヒル|남자 노멀힐|التل العادي للرجال|Средний трамплин, мужчины",
  ),
  SJPWNH: texts(
    "Women's Normal Hill|Tremplin normal femmes|Normalschanze Frauen|Trampolino normale femminile|Trampolín normal femenino|Trampolim normal feminino|女子标准台|女子標準台|女子ノーマルヒル|여자 노멀힐|التل العادي للسيدات|Средний трамплин, женщины",
  ),
} as const satisfies Record<string, Texts>;

/** Name of a game of one period beside the tournament. */
export const exhibitionNames = texts(
  "Exhibition, One Period|Match d'exhibition, un tiers-temps|Einlagespiel über ein Drittel|Partita d'esibizione, un tempo|Exhibición, un período|Exibição, um período|表演赛（一局）|表演賽（一局）|エキシビション（1ピリオド）|시범 경기 (1피리어드)|مباراة استعراضية من شوط واحد|Показательный матч, один период",
);

/** Names of phases and rounds. */
export const phaseNames = {
  final: texts('Final|Finale|Finale|Finale|Final|Final|决赛|決賽|決勝|결승|النهائي|Финал'),
  semifinal: texts(
    'Semifinal|Demi-finale|Halbfinale|Semifinale|Semifinal|Semifinal|半决赛|準決賽|準決勝|준결승|نصف النهائي|Полуфинал',
  ),
  quarterfinal: texts(
    'Quarterfinal|Quart de finale|Viertelfinale|Quarto di finale|Cuartos de final|Quartas de final|四分之一决赛|八強賽|準々決勝|준준결승|ربع النهائي|Четвертьфинал',
  ),
  qualification: texts(
    'Qualification|Qualification|Qualifikation|Qualificazione|Clasificación|Qualificação|资格赛|資格賽|予選|예선|التصفيات|Квалификация',
  ),
  firstRound: texts(
    'First Round|Première manche|Erster Durchgang|Prima serie|Primera ronda|Primeira ronda|第一轮|第一輪|1回目|1차 시기|الجولة الأولى|Первая попытка',
  ),
  finalRound: texts(
    'Final Round|Manche finale|Finaldurchgang|Serie finale|Ronda final|Ronda final|决赛轮|決賽輪|2回目|결승 라운드|الجولة النهائية|Финальная попытка',
  ),
  shortProgram: texts(
    'Short Program|Programme court|Kurzprogramm|Programma corto|Programa corto|Programa curto|短节目|短曲|ショートプログラム|쇼트 프로그램|البرنامج القصير|Короткая программа',
  ),
  freeSkating: texts(
    'Free Skating|Programme libre|Kür|Programma libero|Programa libre|Programa livre|自由滑|長曲|フリースケーティング|프리 스케이팅|البرنامج الحر|Произвольная программа',
  ),
  groupA: texts('Group A|Groupe A|Gruppe A|Girone A|Grupo A|Grupo A|A组|A組|グループA|A조|المجموعة أ|Группа A'),
  groupB: texts('Group B|Groupe B|Gruppe B|Girone B|Grupo B|Grupo B|B组|B組|グループB|B조|المجموعة ب|Группа B'),
  bronzeGame: texts(
    'Bronze Medal Game|Match pour le bronze|Spiel um Bronze|Finale per il bronzo|Partido por el bronce|Disputa do bronze|铜牌赛|銅牌戰|3位決定戦|동메달 결정전|مباراة البرونزية|Матч за 3-е место',
  ),
  goldGame: texts(
    "Gold Medal Game|Match pour l'or|Spiel um Gold|Finale per l'oro|Final por el oro|Disputa do ouro|金牌赛|金牌戰|決勝戦|금메달 결정전|مباراة الذهبية|Матч за золото",
  ),
} as const satisfies Record<string, Texts>;
