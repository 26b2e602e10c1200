import type { PDFDocument } from '@napi-rs/canvas';
import type { Measure } from '../layout/break-lines.ts';
import type { Fonts } from './fonts.ts';

export type TextStyle = {
  /** In points. */
  readonly size: number;
  readonly isStrong?: boolean;
  readonly colour?: string;
};

type Align = 'start' | 'end' | 'center';

/** Draws on the page that is open; x runs from the side where reading begins. */
export interface Pen {
  /** Width of what is drawn on, without margins. */
  readonly width: number;
  measure(style: TextStyle): Measure;
  /** Draws a line of text in the room from x on, its baseline at y. */
  text(text: string, at: { x: number; y: number; width: number; align?: Align }, style: TextStyle): void;
  rule(at: { x: number; y: number; width: number }, look: { thickness: number; colour: string }): void;
  box(at: { x: number; y: number; width: number; height: number }, look: { fill?: string; line?: string }): void;
}

export const ink = {
  text: '#14181f',
  soft: '#4d5562',
  line: '#c3c9d2',
  strong: '#14181f',
  band: '#edf0f4',
  warn: '#9b2c12',
};

/** The canvas of the page that is open now: another one for each page. */
export type Page = { context: ReturnType<PDFDocument['beginPage']> };

export type PenOptions = {
  readonly fonts: Fonts;
  readonly isRightToLeft: boolean;
  readonly width: number;
  /** What is left free at the sides. */
  readonly margin: number;
};

/** A pen for the page that is open when it draws. */
export function penOn(page: Page, { fonts, isRightToLeft, width, margin }: PenOptions): Pen {
  const known = new Map<string, number>();
  const fontOf = ({ size, isStrong = false }: TextStyle) =>
    isStrong ? `bold ${size}px ${fonts.strong}` : `${size}px ${fonts.regular}`;
  const leftOf = (x: number, length: number) => margin + (isRightToLeft ? width - x - length : x);

  return {
    width,
    measure(style) {
      const font = fontOf(style);
      return (text) => {
        const key = `${font}${text}`;
        const before = known.get(key);
        if (before !== undefined) return before;
        page.context.font = font;
        page.context.direction = directionOf(text);
        const measured = page.context.measureText(text).width;
        known.set(key, measured);
        return measured;
      };
    },
    text(text, { x, y, width: room, align = 'start' }, style) {
      if (text === '') return;
      const { context } = page;
      context.font = fontOf(style);
      context.fillStyle = style.colour ?? ink.text;
      context.direction = directionOf(text);
      const left = leftOf(x, room);
      const isLeft = (align === 'start') !== isRightToLeft;
      context.textAlign = align === 'center' ? 'center' : isLeft ? 'left' : 'right';
      context.fillText(text, align === 'center' ? left + room / 2 : isLeft ? left : left + room, y);
    },
    rule({ x, y, width: length }, { thickness, colour }) {
      page.context.fillStyle = colour;
      page.context.fillRect(leftOf(x, length), y, length, thickness);
    },
    box({ x, y, width: length, height }, { fill, line }) {
      const left = leftOf(x, length);
      if (fill !== undefined) {
        page.context.fillStyle = fill;
        page.context.fillRect(left, y, length, height);
      }
      if (line === undefined) return;
      page.context.strokeStyle = line;
      page.context.lineWidth = 0.7;
      page.context.strokeRect(left, y, length, height);
    },
  };
}

/** That of the first letter that has one (Unicode Standard Annex 9, rule P2); marks and times run from left to right. */
function directionOf(text: string): 'ltr' | 'rtl' {
  const [letter = ''] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter) ? 'rtl' : 'ltr';
}
