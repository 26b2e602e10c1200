import type { PrintBlock, PrintBracket } from '@altis/print';
import type { Bracket } from '../../contract/index.ts';
import { builtInName } from '../../domain/built-in-codes.ts';
import type { NamedTexts } from './named-texts.ts';

/** Who meets whom, round by round. */
export function bracketBlocks(brackets: readonly Bracket[], texts: NamedTexts): PrintBlock[] {
  return brackets.flatMap(({ code, rounds }): PrintBlock[] => {
    const name = code.startsWith('FNL') ? '' : phaseName(code, texts);
    const heading = [texts.words('bracket'), name].filter((each) => each !== '').join(': ');
    const drawn: PrintBracket = {
      kind: 'bracket',
      rounds: rounds.map((round) => ({
        title: phaseName(round.code, texts),
        games: round.items.map((item, place) => ({
          title: texts.book('game', { number: item.position ?? place + 1 }),
          sides: item.places.map(({ name: side, organisation, result, invalidMark, outcome }) => ({
            text: side === null ? texts.words('bracket.open') : sideText({ name: side, organisation }, texts),
            result: invalidMark ?? result ?? '',
            isWinner: outcome === 'W',
          })),
        })),
      })),
    };
    return [{ kind: 'heading', text: heading }, drawn];
  });
}

function sideText(side: { name: string; organisation: string | null }, texts: NamedTexts): string {
  return [texts.competitor(side), side.organisation].filter((each) => each).join(' · ');
}

function phaseName(code: string, texts: NamedTexts): string {
  const bare = code.replaceAll('-', '');
  const name = builtInName('phase', bare) ?? builtInName('phase', bare.padEnd(4, '-'));
  return name === undefined ? texts.word('phase', bare) : texts.name(name);
}
