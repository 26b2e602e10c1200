import { keyOf } from '../made-codes.ts';

/** Phases of ODF's common codes that heats and runs belong to; of runs all are of the final. */
type Phase = 'FNL-' | 'SFNL' | 'QFNL' | '8FNL' | 'HEAT' | 'QUAL';

const words: Readonly<Record<Phase, string>> = {
  SFNL: `semifinal, semi final, semifinals, sf, demi finale, demi finales, semifinale, semifinali, halbfinale, semifinales, meia final, meias finais, semi finais, 半决赛, 準決賽, 準決勝, 준결승, نصف النهائي, قبل النهائي, полуфинал, полуфиналы`,
  QFNL: `quarterfinal, quarter final, quarterfinals, qf, quart de finale, quarts de finale, quarti, quarti di finale, quarto di finale, viertelfinale, cuartos de final, cuartos, quartas de final, quartos de final, 四分之一决赛, 八強賽, 1/4决赛, 準々決勝, 준준결승, 8강, ربع النهائي, четвертьфинал, четвертьфиналы`,
  '8FNL': `round of 16, eighth final, eighthfinal, huitième de finale, huitièmes de finale, ottavi, ottavi di finale, achtelfinale, octavos de final, oitavas de final, oitavos de final, 八分之一决赛, 十六強賽, ベスト16, 16강, دور الستة عشر, 1/8 финала`,
  'FNL-': `final, finals, finale, finales, finali, finals a, a final, b final, big final, small final, grande finale, petite finale, große finale, großes finale, kleines finale, gran final, finais, 决赛, 決賽, 決勝, 결승, النهائي, النهائية, финал, финалы, run, race, round, manche, manches, gara, lauf, durchgang, rennen, runde, manga, carrera, ronda, corrida, 轮次, 輪次, 轮, 輪, 第轮, 第輪, 本目, 回, 第回, 回目, レース, 차, 차수, 차전, 차 시기, 레이스, 경기, الجولة, جولة, заезд, попытка, раунд`,
  QUAL: `qualification, qualifications, qualifying, qualifica, qualificazione, qualificazioni, qualifikation, clasificación, classificatória, qualificação, 资格赛, 資格賽, 予選, 예선, التصفيات التمهيدية, квалификация`,
  HEAT: `heat, heats, wave, série, séries, series, batteria, batterie, vorlauf, vorläufe, serie, eliminatoria, eliminatorias, bateria, baterias, eliminatória, eliminatórias, 预赛, 預賽, 组, 組, 第组, 第組, 场次, 場次, 赛次, 賽次, 组次, 組次, ヒート, 조, التصفية, تصفيات, شوط, الشوط, забег, забеги, серия`,
};

const phases = new Map<string, Phase>();
for (const [phase, list] of Object.entries(words) as [Phase, string][]) {
  for (const word of list.split(',')) if (!phases.has(plain(word))) phases.set(plain(word), phase);
}

/** A unit of an event by its code, with what the list calls it. */
export type NamedUnit = { readonly rsc: string; readonly label: string };

/**
 * The RSCs of the units that a column names, in the order in which they come: "Heat 2" and the 2 of a column "Heat" are
 * HEAT000200--, a run is one of the final (FNL-000200--). What no word tells is a run of the final, with the next number.
 */
export function unitsOfValues(event: string, title: string, values: readonly string[]): Map<string, NamedUnit> {
  const taken = new Set<string>();
  const units = new Map<string, NamedUnit>();
  for (const value of values) {
    if (units.has(keyOf(value))) continue;
    const { phase, number } = phaseOf(title, value) ?? { phase: 'FNL-', number: undefined };
    let at = number ?? 1;
    while (taken.has(codeOf(phase, at))) at += 1;
    taken.add(codeOf(phase, at));
    const label = /\p{L}{2}/u.test(value) ? value : `${title} ${value}`;
    units.set(keyOf(value), { rsc: `${event.slice(0, 22)}${codeOf(phase, at)}`, label });
  }
  return units;
}

/** Whether the words of a column say which phase and which heat or run each of its values is. */
export function namesUnits(title: string, values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => phaseOf(title, value) !== undefined);
}

function codeOf(phase: Phase, number: number): string {
  return `${phase}${String(number).padStart(4, '0')}00--`;
}

/** By the words of the value, else by those of the title; the number is that of the value, or the place of its letter. */
function phaseOf(title: string, value: string): { phase: Phase; number: number | undefined } | undefined {
  const whole = phases.get(plain(value));
  if (whole !== undefined) return { phase: whole, number: undefined };
  const digits = /\d{1,3}/.exec(value.normalize('NFKC'))?.[0];
  const letter = /(?:^|[^\p{L}])([A-H])(?:[^\p{L}]|$)/u.exec(value)?.[1];
  const rest = plain(value.normalize('NFKC').replace(digits ?? letter ?? '', ' '));
  const phase = rest === '' ? phases.get(plain(title)) : phases.get(rest);
  if (phase === undefined || (digits === undefined && letter === undefined)) return undefined;
  const number = digits === undefined ? (letter ?? 'A').charCodeAt(0) - 64 : Number(digits);
  return { phase, number: number > 0 ? number : undefined };
}

/** Small letters without marks; what is no letter or digit is a space. */
function plain(text: string): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '');
  return letters
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
    .normalize('NFKC');
}
