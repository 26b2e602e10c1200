import type { LocalName, UnitSummary } from '../../contract/index.ts';

/** The name of a unit on one line: a number at its end stays with the word before it. */
export function unitName({ name }: Pick<UnitSummary, 'name'>): LocalName {
  return mapName(name, inOneLine);
}

/** The name of a unit beside that of its event, which it need not say again: "Semifinal 1" of "Sprint – Semifinal 1". */
export function unitNameInEvent({ name, eventName }: Pick<UnitSummary, 'name' | 'eventName'>): LocalName {
  return mapName(name, (text, language) => inOneLine(withoutEvent(text, eventName[language] ?? '')));
}

function mapName(name: LocalName, change: (text: string, language: string) => string): LocalName {
  return Object.fromEntries(Object.entries(name).map(([language, text]) => [language, change(text, language)]));
}

function withoutEvent(text: string, event: string): string {
  if (event === '' || !text.startsWith(event)) return text;
  const [, rest] = /^\s*[-–—:：·,，]\s*(\S.*)$/s.exec(text.slice(event.length)) ?? [];
  return rest ?? text;
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ', ').replace(/ (?=\d+$)/, '\u00A0');
}
