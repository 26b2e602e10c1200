import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight, parseQuery, tokenise, withinOneEdit, fold, type Query, type TokeniseOptions } from './index.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...Array.from('aéßŁøİŒ\'’-"“2١号球员进がｶﾞ한국ا\u064bىة\u0301\ud800 ')) }),
);
const chinese = fc.string({
  unit: fc.constantFrom(...Array.from('加拿大队进球号员的谷爱凌在第二节')),
  minLength: 2,
  maxLength: 20,
});

/** The rule of matching, as a database applies it: every required clause fulfilled. */
function matches(text: string, query: Query, options?: TokeniseOptions): boolean {
  const tokens = tokenise(text, options);
  return query.clauses.every((clause) => {
    if (!clause.required) return true;
    if (clause.kind === 'phrase') return highlight(text, { clauses: [clause] }, options).length > 0;
    return clause.alternatives.some(({ term, prefix }) =>
      tokens.some((token) => (prefix ? token.term.startsWith(term) : token.term === term)),
    );
  });
}

const finds = (typed: string, text: string, language?: string) => matches(text, parseQuery(typed), { language });

test.each([
  ['muller', 'Tor durch Müller', 'de'],
  ['Mueller', 'Tor durch Müller', 'de'],
  ['MÜLLER', 'GOAL BY MUELLER', 'en'],
  ['strasse', 'Straße', 'de'],
  ['odegaard', 'Ødegård', 'en'],
  ['lodz', 'Łódź', 'en'],
  ['goals', 'Goal for Canada', 'en'],
  ['goal', 'Two goals', 'en'],
  ['penalties', 'Penalty', 'en'],
  ['but', 'Trois buts', 'fr'],
  ['signal', 'Les signaux', 'fr'],
  ['partita', 'Due partite', 'it'],
  ['arbitro', 'L’arbitro fischia', 'it'],
  ["l'arbitro", 'un arbitro', 'it'],
  ['Tore', 'Ein Tor', 'de'],
  ['gol', 'Dos goles', 'es'],
  ['campeones', 'El campeón', 'es'],
  ['luces', 'Luz verde', 'es'],
  ['las medallas de España', 'Medalla: España', 'es'],
  ['seleção', 'As seleções', 'pt'],
  ['finais', 'A final', 'pt'],
  ['jogador', 'Os jogadores do Brasil', 'pt'],
  ['homens', 'Um homem', 'pt'],
  ['os gols do Brasil', 'Gol: Brasil', 'pt'],
  ['гол', 'Три гола', 'ru'],
  ['голы', 'Без голов', 'ru'],
  ['команда', 'Игра двух команд', 'ru'],
  ['хоккей', 'Турнир по хоккею', 'ru'],
  ['золотая медаль', 'Золотые медали', 'ru'],
  ['победа в финале', 'Финал: победа России', 'ru'],
  ["O'Brien", 'Goal OBRIEN', 'en'],
  ['obrien', "Shot by O'Brien", 'en'],
  ['goalkeeper', 'the goal-keeper', 'en'],
  ['goal-keeper', 'the goalkeeper', 'en'],
  ["canada's", 'Canada scores', 'en'],
  ['oveckin', 'Ovečkin', 'cs'],
  ['елка', 'Ёлка', 'ru'],
  ['هدف', 'الهدف الأول', 'ar'],
  ['الهدف', 'هَدَفٌ رائع', 'ar'],
  ['كندا', 'فريق كنـدا', 'ar'],
  ['لاعب', 'اللاعبون', 'ar'],
  ['مباراه', 'مباراة', 'ar'],
  ['17', 'رقم ١٧', 'ar'],
  ['２号', '2号球员进球', 'zh-Hans'],
  ['2号 球员', '2号球员进球', 'zh-Hans'],
  ['球员', '2号球员进球', 'zh-Hans'],
  ['球', '2号球员进球', 'zh-Hans'],
  ['加拿大进球', '加拿大队的球员进球', 'zh-Hans'],
  ['加拿大進球', '加拿大队的球员进球', 'zh-Hans'],
  ['男子滑雪', '男子高山滑雪：奧地利隊', 'zh-Hant'],
  ['奥地利队', '奧地利隊', 'zh-Hant'],
  ['谷愛凌', '谷爱凌', 'zh-Hans'],
  ['頭髮', '头发', 'zh-Hans'],
  ['韓國', '한국 (韩国)', 'ko'],
  ['カナダ', 'かなだのゴール', 'ja'],
  ['ｶﾅﾀﾞ', 'カナダのゴール', 'ja'],
  ['캐나다', '캐나다의 골', 'ko'],
  ['17 mcdav', 'No. 17 Connor McDavid', 'en'],
  ['IHOMTEAM', 'IHOMTEAM6-------------GPA-000100--', 'en'],
  ['"power play goal"', 'A power-play goal!', 'en'],
  ['“第二节”', '在第二节进球', 'zh-Hans'],
  ['the goal of the match', 'Goal, match decided', 'en'],
])('%s finds %s', (typed, text, language) => {
  expect(finds(typed, text, language)).toBe(true);
});

test.each([
  ['goal usa', 'Goal for Canada', 'en'],
  ['"goal play"', 'play a goal', 'en'],
  ['toron ', 'Toronto', 'en'],
  ['大家', '加拿大国家队', 'zh-Hans'],
  ['谷爱凌', '凌晨，爱好者在山谷', 'zh-Hans'],
  ['1', 'bib 17', 'en'],
  ['гол ', 'Голова', 'ru'],
  ['final ', 'Finlandia', 'es'],
  ['奥地利', '澳大利亚', 'zh-Hans'],
  ['"', 'a " b', 'en'],
])('%s does not find %s', (typed, text, language) => {
  expect(finds(typed, text, language) && parseQuery(typed).clauses.length > 0).toBe(false);
});

test('names keep their endings', () => {
  expect(matches('Williams', parseQuery('william '), { stems: false })).toBe(false);
  expect(matches('Williams', parseQuery('Williams'), { stems: false })).toBe(true);
});

test('folding is idempotent', () => {
  const check = fc.property(anyText, (text) => {
    expect(fold(fold(text))).toBe(fold(text));
  });
  fc.assert(check);
});

test('every run of two or more Chinese characters of a text finds the text', () => {
  const textAndPart = fc.tuple(chinese, fc.nat(), fc.nat()).map(([text, from, length]) => {
    const start = from % (text.length - 1);
    return { text, part: text.slice(start, start + 2 + (length % (text.length - start - 1))) };
  });
  const check = fc.property(textAndPart, ({ text, part }) => {
    expect(finds(part, text)).toBe(true);
    expect(finds(`"${part}"`, text)).toBe(true);
  });
  fc.assert(check);
});

test('any text finds itself, with ranges inside it, and nothing ever throws', () => {
  const check = fc.property(anyText, anyText, (text, typed) => {
    expect(finds(text, text)).toBe(true);
    let end = 0;
    for (const range of highlight(text, parseQuery(typed))) {
      expect(range.start).toBeGreaterThanOrEqual(end);
      expect(range.end).toBeGreaterThan(range.start);
      end = range.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });
  fc.assert(check, { numRuns: 500 });
});

test('highlights are places in the original text', () => {
  const text = 'L’ÉQUIPE du Canada: 加拿大队进球, McDavid';
  const marked = highlight(text, parseQuery('equipe 加拿大 mcd'), { language: 'fr' });
  expect(marked.map(({ start, end }) => text.slice(start, end))).toEqual(['ÉQUIPE', '加拿大', 'McDavid']);
  const phrase = highlight('goal, no goal, power-play goal', parseQuery('"power play goal"'));
  expect(phrase).toEqual([{ start: 15, end: 30 }]);
});

test('one edit apart', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from('abc')), minLength: 1, maxLength: 6 });
  const check = fc.property(word, fc.nat(), word, (a, place, other) => {
    const at = place % a.length;
    const swapped = a.slice(0, at) + (a[at + 1] ?? '') + a.charAt(at) + a.slice(at + 2);
    for (const b of [
      other,
      swapped,
      a.slice(0, at) + a.slice(at + 1),
      a.slice(0, at) + other.charAt(0) + a.slice(at),
    ]) {
      expect(withinOneEdit(a, b)).toBe(damerauLevenshtein(a, b) <= 1);
    }
  });
  fc.assert(check);
});

/** Optimal string alignment by the textbook table, as the oracle. */
function damerauLevenshtein(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => i || j));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const costs = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) costs.push(at(i - 2, j - 2) + 1);
      table[i]?.splice(j, 1, Math.min(...costs));
    }
  }
  return at(a.length, b.length);
}
