import type { ByLanguage } from './item.ts';

const languages = ['en', 'fr', 'it', 'de', 'zh-Hans', 'ar'] as const;

/** The names of a discipline by language; its code as `und` where it is not known here. */
export function disciplineName(code: string): ByLanguage {
  return disciplineNames[code] ?? { und: code };
}

/** The names of an action by language; its code as `und` where it is not known here. */
export function actionName(code: string): ByLanguage {
  return actionNames[code] ?? { und: code };
}

/** Disciplines of the winter programme by ODF discipline code. */
const disciplineNames: Readonly<Record<string, ByLanguage>> = byCode({
  ALP: ['Alpine Skiing', 'Ski alpin', 'Sci alpino', 'Ski Alpin', '高山滑雪', 'التزلج الألبي'],
  BTH: ['Biathlon', 'Biathlon', 'Biathlon', 'Biathlon', '冬季两项', 'البياثلون'],
  BOB: ['Bobsleigh', 'Bobsleigh', 'Bob', 'Bob', '雪车', 'الزلاجات الجماعية'],
  CCS: ['Cross-Country Skiing', 'Ski de fond', 'Sci di fondo', 'Skilanglauf', '越野滑雪', 'التزلج الريفي'],
  CUR: ['Curling', 'Curling', 'Curling', 'Curling', '冰壶', 'الكيرلنغ'],
  FRS: ['Freestyle Skiing', 'Ski acrobatique', 'Freestyle', 'Ski Freestyle', '自由式滑雪', 'التزلج الحر'],
  FSK: [
    'Figure Skating',
    'Patinage artistique',
    'Pattinaggio di figura',
    'Eiskunstlauf',
    '花样滑冰',
    'التزحلق الفني على الجليد',
  ],
  IHO: ['Ice Hockey', 'Hockey sur glace', 'Hockey su ghiaccio', 'Eishockey', '冰球', 'هوكي الجليد'],
  LUG: ['Luge', 'Luge', 'Slittino', 'Rennrodeln', '雪橇', 'الزحافات'],
  NCB: [
    'Nordic Combined',
    'Combiné nordique',
    'Combinata nordica',
    'Nordische Kombination',
    '北欧两项',
    'النوردي المزدوج',
  ],
  SBD: ['Snowboard', 'Snowboard', 'Snowboard', 'Snowboard', '单板滑雪', 'التزلج على اللوح'],
  SJP: ['Ski Jumping', 'Saut à ski', 'Salto con gli sci', 'Skispringen', '跳台滑雪', 'القفز على الثلج'],
  SKN: ['Skeleton', 'Skeleton', 'Skeleton', 'Skeleton', '钢架雪车', 'الزلاجات الصدرية'],
  SMT: ['Ski Mountaineering', 'Ski-alpinisme', 'Sci alpinismo', 'Skibergsteigen', '滑雪登山', 'تسلق الجبال بالزلاجات'],
  SSK: [
    'Speed Skating',
    'Patinage de vitesse',
    'Pattinaggio di velocità',
    'Eisschnelllauf',
    '速度滑冰',
    'التزحلق السريع على الجليد',
  ],
  STK: [
    'Short Track',
    'Patinage de vitesse sur piste courte',
    'Short track',
    'Shorttrack',
    '短道速滑',
    'المضمار القصير',
  ],
});

/** Actions by ODF code, and MARK for a moment that a person marked. */
const actionNames: Readonly<Record<string, ByLanguage>> = byCode({
  GOAL: ['Goal', 'But', 'Gol', 'Tor', '进球', 'هدف'],
  P: ['Penalty', 'Pénalité', 'Penalità', 'Strafe', '判罚', 'عقوبة'],
  PTY: ['Penalty shot', 'Tir de pénalité', 'Tiro di rigore', 'Penaltyschuss', '罚球', 'رمية جزاء'],
  PSS: ['Shoot-out shot', 'Tir au but', 'Rigore finale', 'Penaltyschießen', '点球大战射门', 'رمية ترجيح'],
  GWG: ['Game-winning shot', 'But décisif', 'Gol decisivo', 'Siegtor', '制胜球', 'هدف الفوز'],
  SHOT: ['Shot', 'Tir', 'Tiro', 'Schuss', '射门', 'تسديدة'],
  SAVE: ['Save', 'Arrêt', 'Parata', 'Parade', '扑救', 'تصدٍّ'],
  TOUT: ['Time-out', 'Temps mort', 'Time-out', 'Auszeit', '暂停', 'وقت مستقطع'],
  GK: [
    'Goalkeeper change',
    'Changement de gardien',
    'Cambio del portiere',
    'Torwartwechsel',
    '更换守门员',
    'تبديل حارس المرمى',
  ],
  MARK: ['Marked by hand', 'Marqué à la main', 'Segnato a mano', 'Von Hand markiert', '手动标记', 'علامة يدوية'],
});

function byCode(table: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, ByLanguage>> {
  return Object.fromEntries(
    Object.entries(table).map(([code, names]) => [
      code,
      Object.fromEntries(languages.map((language, place) => [language, names[place] ?? code])),
    ]),
  );
}
