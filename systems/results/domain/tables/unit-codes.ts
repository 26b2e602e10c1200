import type { TableFault } from '../../contract/tables.ts';
import { keyOf } from '../made-codes.ts';
import { tableFault } from './table-faults.ts';

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

/** What tells the big final from the small one, in either order with the word for final. */
const sizes: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'big a grand grande gran große großes großer grosse grosses'.split(' ').map((word) => [word, 1]),
  ),
  ...Object.fromEntries(
    'small b petite klein kleine kleines kleiner piccola pequeña pequena'.split(' ').map((word) => [plain(word), 2]),
  ),
};

/** A unit of an event by its code, with what the list calls it. */
export type NamedUnit = { readonly rsc: string; readonly label: string };

/** How many heats or runs a list may tell of; more are no names of heats. */
const mostUnits = 500;

/**
 * The units that a column names, by {@link keyOf} of each value. What a standing unit of the event is called is that unit,
 * whichever row comes first. Else a number in the name is kept: "Heat 2" and the 2 of a column "Heat" are HEAT000200--, a
 * run is one of the final (FNL-000200--), and so are the big final, the first, and the small one. What has no number has
 * the next one that is free in the list and among the standing. A fault where there are too many.
 */
export function unitsOfValues(
  { rsc: event, name: eventName }: { readonly rsc: string; readonly name: string },
  title: string,
  values: readonly string[],
  standing: readonly { readonly rsc: string; readonly names: readonly string[] }[],
): { ok: true; units: Map<string, NamedUnit> } | { ok: false; fault: TableFault } {
  const named = new Map(values.map((value) => [keyOf(value), value]));
  if (named.size > mostUnits) return { ok: false, fault: tableFault('too-many-units', { value: String(named.size) }) };
  const known = new Map(standing.flatMap(({ rsc, names }) => names.map((name) => [keyOf(name), rsc])));
  const read = Array.from(named, ([key, value]) => {
    const label = /\p{L}{2}/u.test(value) ? value : `${title} ${value}`;
    const { phase, number } = phaseOf(title, value) ?? { phase: 'FNL-' as const, number: onlyNumberIn(value) };
    const stands = known.get(keyOf(`${eventName}, ${label}`)) ?? known.get(keyOf(label));
    return { key, label, phase, number, stands };
  });
  const codes = new Map<string, string>();
  const taken = new Set<string>();
  const give = (key: string, rsc: string): void => {
    if (taken.has(rsc)) return;
    codes.set(key, rsc);
    taken.add(rsc);
  };
  for (const { key, stands } of read) if (stands !== undefined) give(key, stands);
  // Where two tell one number, the first by name keeps it, not the first by row.
  const numbered = read
    .filter(({ number }) => number !== undefined)
    .toSorted((one, two) => (one.key < two.key ? -1 : 1));
  for (const { key, phase, number = 1 } of numbered) if (!codes.has(key)) give(key, unitOf(event, phase, number));
  const others = new Set(standing.map(({ rsc }) => rsc));
  for (const { key, phase } of [...numbered, ...read]) {
    for (let at = 1; at <= 9999 && !codes.has(key); at += 1) {
      const rsc = unitOf(event, phase, at);
      if (!others.has(rsc)) give(key, rsc);
    }
  }
  const units = read.flatMap(({ key, label }): [string, NamedUnit][] => {
    const rsc = codes.get(key);
    return rsc === undefined ? [] : [[key, { rsc, label }]];
  });
  if (units.length < read.length)
    return { ok: false, fault: tableFault('too-many-units', { value: String(named.size) }) };
  return { ok: true, units: new Map(units) };
}

/** Whether the words of a column say which phase and which heat or run each of its values is. */
export function namesUnits(title: string, values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => phaseOf(title, value) !== undefined);
}

function unitOf(event: string, phase: Phase, number: number): string {
  return `${event.slice(0, 22)}${phase}${String(number).padStart(4, '0')}00--`;
}

/** By the words of the value, else by those of the title; the number is that of the value, or the place of its letter. */
function phaseOf(title: string, value: string): { phase: Phase; number: number | undefined } | undefined {
  const [rest, size] = withoutSize(value);
  const sized = phases.get(rest);
  if (size !== undefined && sized !== undefined) return { phase: sized, number: size };
  // "Final" alone is the first; so a list with one more column says the same as one without.
  const whole = phases.get(plain(value));
  if (whole !== undefined) return { phase: whole, number: 1 };
  const digits = numbersIn(value)[0];
  const letter = /(?:^|[^\p{L}])([A-H])(?:[^\p{L}]|$)/u.exec(value)?.[1];
  const other = plain(value.normalize('NFKC').replace(digits ?? letter ?? '', ' '));
  const phase = other === '' ? phases.get(plain(title)) : phases.get(other);
  if (phase === undefined || (digits === undefined && letter === undefined)) return undefined;
  const number = digits === undefined ? (letter ?? 'A').charCodeAt(0) - 64 : Number(digits);
  return { phase, number: number > 0 ? number : undefined };
}

function withoutSize(value: string): [rest: string, size: number | undefined] {
  const parts = plain(value).split(' ');
  const size = parts.find((part) => Object.hasOwn(sizes, part));
  return [parts.filter((part) => part !== size).join(' '), size === undefined ? undefined : sizes[size]];
}

/** Of a name that says no phase: "Youth 3" is the third, "10:30" is none. */
function onlyNumberIn(value: string): number | undefined {
  const numbers = numbersIn(value);
  return numbers.length === 1 && Number(numbers[0]) > 0 ? Number(numbers[0]) : undefined;
}

/** Up to four figures, as a unit's code has. */
function numbersIn(value: string): string[] {
  return value.normalize('NFKC').match(/(?<!\d)\d{1,4}(?!\d)/g) ?? [];
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
