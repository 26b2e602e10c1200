import { problem } from '@altis/kernel';
import { commonPasswordWords } from './common-passwords.ts';

const minimumCharacters = 12;
const minimumUnguessable = 6;
const minimumDistinct = 5;

/**
 * What is wrong with a new password, as a sentence for its owner, or undefined.
 * Length counts most (NIST SP 800-63B, clause 5.1.1): no rule asks for digits or signs. Refused is what guessing starts
 * with: common words, sequences, repetitions, years, and the owner's own details, when little else remains.
 *
 * @param ownDetails the owner's e-mail address and name
 */
export function flawOfPassword(password: string, ownDetails: readonly string[]): string | undefined {
  const normal = password.normalize('NFKC');
  if (Array.from(normal).length < minimumCharacters)
    return `A password needs at least ${minimumCharacters} characters.`;
  if (new Set(normal).size < minimumDistinct || unguessable(normal, ownDetails).length < minimumUnguessable) {
    return 'This password is easily guessed: it is made of common words, sequences or your own details. Several unrelated words are better.';
  }
  return undefined;
}

/** Throws INVALID_INPUT, with the reason for the owner, when a new password is too weak. */
export function checkPassword(password: string, ownDetails: readonly string[]): void {
  const flaw = flawOfPassword(password, ownDetails);
  if (flaw !== undefined)
    throw problem('INVALID_INPUT', flaw, { remedy: 'Choose another one.', details: { input: 'password' } });
}

/** What remains of a password without its guessable parts. */
function unguessable(password: string, ownDetails: readonly string[]): string {
  const own = ownDetails.flatMap((detail) => plain(detail).split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 2);
  const words = [...own, ...commonPasswordWords].sort((a, b) => b.length - a.length);
  const withoutSequences = removeSequences(password.toLowerCase().replaceAll(/(?:19|20)\d\d/g, ''));
  const withoutWords = words.reduce((rest, word) => rest.replaceAll(word, ''), plain(withoutSequences));
  return withoutWords.replaceAll(/(.+?)\1+/gu, '$1');
}

const lookAlikes: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[013457@$]/g, (sign) => lookAlikes[sign] ?? sign);
}

/** Removes runs of three or more neighbours, such as `1234` or `cba`. */
function removeSequences(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const kept: number[] = [];
  for (let start = 0; start < points.length;) {
    const end = endOfSequence(points, start);
    const isRun = end - start >= 3;
    if (!isRun) kept.push(...points.slice(start, start + 1));
    start = isRun ? end : start + 1;
  }
  return String.fromCodePoint(...kept);
}

function endOfSequence(points: readonly number[], start: number): number {
  const step = (points[start + 1] ?? 0) - points[start]!;
  if (Math.abs(step) !== 1) return start + 1;
  let end = start + 2;
  while (end < points.length && step === (points[end] ?? 0) - (points[end - 1] ?? 0)) end += 1;
  return end;
}
