import { useText } from '@altis/web';
import { functionWord, isFunctionWord } from '../../contract/function-words.ts';
import { publicMessages } from '../public/public-messages.ts';

/** What somebody does at the Games, in the reader's language; a code that is new to these pages is shown as it is. */
export function useFunctionName(): (code: string) => string {
  const t = useText(publicMessages);
  return (code) => {
    const word = functionWord(code);
    return isFunctionWord(word) ? t(`function.${word}`) : code;
  };
}
