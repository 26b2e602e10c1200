import type { Reading } from './fault.ts';
import { quote, valueFault } from './fault.ts';

/**
 * A results system code (RSC): which discipline, gender, event, phase and unit a message or schedule entry is about.
 * Parts are held without padding; an empty text means that the code does not go that deep.
 */
export type Rsc = {
  /** Three characters, e.g. `IHO`. */
  readonly discipline: string;
  /** `M`, `W`, `X` (mixed), `O` (open), `G` or empty. */
  readonly gender: string;
  /** Up to 18 characters, e.g. `TEAM6`. */
  readonly event: string;
  /** Up to 4 characters, e.g. `FNL` or `GPA`. */
  readonly phase: string;
  /** Up to 8 characters, e.g. `000100`. */
  readonly unit: string;
};

/** The deepest part of a code that is filled. */
export type RscLevel = (typeof parts)[number]['name'];

// ODF General Messages Interface, structure of the RSC: 3 + 1 + 18 + 4 + 8 = 34 characters.
const parts = [
  { name: 'discipline', from: 0, to: 3 },
  { name: 'gender', from: 3, to: 4 },
  { name: 'event', from: 4, to: 22 },
  { name: 'phase', from: 22, to: 26 },
  { name: 'unit', from: 26, to: 34 },
] as const;

const rscLength = 34;
const remedy =
  'An RSC has 34 characters: discipline (3), gender (1), event (18), phase (4), unit (8), each filled up with "-", e.g. IHOMTEAM6-------------FNL-000100--.';

/** Reads a code of exactly 34 characters; the fault names the part that is wrong. */
export function parseRsc(text: string): Reading<Rsc> {
  if (text.length !== rscLength)
    return valueFault(`The RSC ${quote(text)} has ${text.length} characters, not 34.`, remedy);
  const rsc = { discipline: '', gender: '', event: '', phase: '', unit: '' };
  for (const { name, from, to } of parts) {
    const part = text.slice(from, to);
    const wrong = wrongPart(name, part);
    if (wrong !== undefined)
      return valueFault(`The RSC ${quote(text)} is wrong in its ${name} ${quote(part)}: ${wrong}.`, remedy);
    rsc[name] = part.replace(/-+$/, '');
  }
  return { ok: true, value: rsc };
}

/** Writes a code with its padding. Throws a RangeError that names the part if one does not fit. */
export function formatRsc(rsc: Rsc): string {
  return parts
    .map(({ name, from, to }) => {
      const padded = rsc[name].padEnd(to - from, '-');
      const wrong = padded.length > to - from ? `it is longer than ${to - from}` : wrongPart(name, padded);
      if (wrong !== undefined)
        throw new RangeError(`The ${name} ${quote(rsc[name])} does not fit into an RSC: ${wrong}. ${remedy}`);
      return padded;
    })
    .join('');
}

/** How deep a code goes. */
export function rscLevel(rsc: Rsc): RscLevel {
  return parts.findLast(({ name }) => rsc[name] !== '')?.name ?? 'discipline';
}

/** The code cut off below a level: `rscAt(unit, 'event')` is the event of a unit. */
export function rscAt(rsc: Rsc, level: RscLevel): Rsc {
  const kept = parts.findIndex(({ name }) => name === level);
  const cut = { ...rsc };
  for (const { name } of parts.slice(kept + 1)) cut[name] = '';
  return cut;
}

/** The next higher code that differs, or nothing above a discipline. Empty parts in between are skipped. */
export function rscParent(rsc: Rsc): Rsc | undefined {
  const level = rscLevel(rsc);
  return level === 'discipline' ? undefined : { ...rsc, [level]: '' };
}

/** Whether `inner` is `outer` or lies below it. */
export function rscContains(outer: Rsc, inner: Rsc): boolean {
  const cut = rscAt(inner, rscLevel(outer));
  return parts.every(({ name }) => cut[name] === outer[name]);
}

function wrongPart(name: RscLevel, part: string): string | undefined {
  // Event, phase and unit codes of the published tables use A–Z, 0–9 and "."; "+" and "_" occur in weight classes and at test events.
  const odd = /[^A-Z0-9.+_-]/u.exec(part)?.[0];
  if (odd !== undefined) {
    return /[a-z]/.test(odd)
      ? `write ${quote(odd)} in upper case`
      : `${quote(odd)} is not allowed, only A–Z, 0–9, ".", "+", "_" and "-"`;
  }
  if (name === 'discipline') return part.includes('-') ? 'it needs three characters' : undefined;
  if (name === 'gender') return /^[MWXOG-]$/.test(part) ? undefined : 'it is not M, W, X, O, G or "-"';
  if (/^-+[^-]/.test(part)) return 'it begins with "-"; a part before it is probably too long or too short';
  return undefined;
}
