import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Messages } from './define-messages.ts';
import { languages } from './languages.ts';
import type { Language } from './languages.ts';

export type MessageFault = {
  readonly language: Language;
  readonly key: string;
  readonly fault: 'missing' | 'not-in-english' | 'empty' | 'syntax' | 'arguments';
  /** What is wrong, for the person who repairs the catalogue. */
  readonly detail: string;
};

/**
 * Finds what a reader would stumble over: keys that a language misses or has on its own, empty texts,
 * ICU syntax errors, and arguments that differ from the English message. Empty list when all is well.
 */
export function findMessageFaults(messages: Messages): readonly MessageFault[] {
  return languages.flatMap(({ language }) => {
    const keys = new Set([...Object.keys(messages.en), ...Object.keys(messages[language])]);
    return [...keys].flatMap((key) => {
      const fault = faultOf(messages.en[key], messages[language][key]);
      return fault ? [{ language, key, ...fault }] : [];
    });
  });
}

function faultOf(
  english: string | undefined,
  text: string | undefined,
): Pick<MessageFault, 'fault' | 'detail'> | undefined {
  if (text === undefined) return { fault: 'missing', detail: `English says: ${english}` };
  if (english === undefined) return { fault: 'not-in-english', detail: 'Add it to en.json or remove it here.' };
  if (text.trim() === '') return { fault: 'empty', detail: 'The text is empty.' };
  const found = parseArguments(text);
  if ('error' in found) return { fault: 'syntax', detail: found.error };
  const expected = parseArguments(english);
  // The fault of the English text itself is reported once, for English.
  if ('error' in expected || expected.list === found.list) return undefined;
  return { fault: 'arguments', detail: `English uses {${expected.list}}, this text {${found.list}}.` };
}

function parseArguments(text: string): { list: string } | { error: string } {
  try {
    const names = new Set(argumentNames(parse(text, { ignoreTag: true })));
    return { list: [...names].sort().join(', ') };
  } catch (error) {
    return { error: `${error instanceof Error ? error.message : String(error)} in: ${text}` };
  }
}

function argumentNames(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap((option) => argumentNames(option.value))];
      case TYPE.tag:
        return argumentNames(element.children);
      case TYPE.argument:
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        return [element.value];
    }
  });
}
