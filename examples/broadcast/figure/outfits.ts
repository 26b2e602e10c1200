import type { Outfit } from './draw-skier.ts';

const suits = [
  { suit: '#c81f2f', dark: '#8d1220', accent: '#ffffff', helmet: '#e6e9ef', ski: '#d8b02c' },
  { suit: '#1c4fb8', dark: '#123479', accent: '#ffd24a', helmet: '#1b2233', ski: '#e04a2b' },
  { suit: '#17824f', dark: '#0d5633', accent: '#f4f6fa', helmet: '#f0f2f6', ski: '#2a3550' },
  { suit: '#e8760f', dark: '#a9520a', accent: '#14244a', helmet: '#152a58', ski: '#27303f' },
  { suit: '#5b2a86', dark: '#3d195d', accent: '#5fd0e8', helmet: '#e9e4f2', ski: '#2f9c8f' },
  { suit: '#11758f', dark: '#0a4d60', accent: '#ff8d5c', helmet: '#0f2c38', ski: '#cf2f3c' },
  { suit: '#f0c419', dark: '#ad8b0c', accent: '#1d4fa8', helmet: '#1d4fa8', ski: '#b3232f' },
  { suit: '#202a44', dark: '#121a2e', accent: '#ff5a4e', helmet: '#d3263a', ski: '#e8ecf2' },
] as const;

/** Every organisation has its colours. */
export function outfitOf({ organisation, bib }: { organisation: string; bib: number }): Outfit {
  let sum = 7;
  for (const letter of organisation) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return { ...suits[sum % suits.length]!, bib };
}
