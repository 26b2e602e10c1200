import type { Strip } from '../layout/paginate.ts';
import type { PrintBracket } from '../print-document.ts';
import { ink, type Pen } from './pen.ts';

const gameHeight = 44;
const titleHeight = 18;
const resultWidth = 26;

/** Who meets whom: a column for each round, each game between those that lead to it. */
export function bracketStrips({ rounds }: PrintBracket, pen: Pen): Strip[] {
  const most = Math.max(0, ...rounds.map(({ games }) => games.length));
  if (most === 0) return [];
  const height = most * (gameHeight + 8);
  const column = pen.width / rounds.length;
  const width = Math.min(column - 18, 190);
  return [
    {
      height: height + titleHeight,
      draw: (top) => {
        for (const [index, { title, games }] of rounds.entries()) {
          const x = index * column;
          pen.text(title, { x, y: top + 10, width }, { size: 8.5, isStrong: true });
          const share = height / Math.max(1, games.length);
          for (const [place, game] of games.entries()) {
            const y = top + titleHeight + share * place + (share - gameHeight) / 2;
            drawGame(game, { x, y, width }, pen);
            const next = rounds[index + 1];
            if (next !== undefined && next.games.length * 2 === games.length) {
              const from = { x: x + width, y: y + gameHeight / 2 + 4 };
              const nextY = top + titleHeight + share * 2 * (Math.floor(place / 2) + 0.5) + 4;
              join(from, { x: x + column, y: nextY }, pen);
            }
          }
        }
      },
    },
  ];
}

function drawGame(
  { title, sides }: PrintBracket['rounds'][number]['games'][number],
  { x, y, width }: { x: number; y: number; width: number },
  pen: Pen,
): void {
  pen.text(title, { x, y: y + 7, width }, { size: 6.5, colour: ink.soft });
  pen.box({ x, y: y + 10, width, height: gameHeight - 12 }, { line: ink.line });
  for (const [index, { text, result, isWinner }] of sides.slice(0, 2).entries()) {
    const style = { size: 8, isStrong: isWinner };
    const line = y + 21 + index * 16;
    pen.text(shorten(text, width - resultWidth - 8, pen.measure(style)), { x: x + 5, y: line, width }, style);
    pen.text(result, { x: x + width - resultWidth - 5, y: line, width: resultWidth, align: 'end' }, style);
  }
  pen.rule({ x, y: y + 10 + (gameHeight - 12) / 2, width }, { thickness: 0.4, colour: ink.line });
}

function join(from: { x: number; y: number }, to: { x: number; y: number }, pen: Pen): void {
  const middle = (from.x + to.x) / 2;
  const look = { thickness: 0.7, colour: ink.line };
  pen.rule({ x: from.x, y: from.y, width: middle - from.x }, look);
  pen.rule({ x: middle, y: to.y, width: to.x - middle }, look);
  const [above, below] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  pen.box({ x: middle, y: above, width: 0.7, height: below - above }, { fill: ink.line });
}

function shorten(text: string, room: number, measure: (text: string) => number): string {
  if (measure(text) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && measure(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
