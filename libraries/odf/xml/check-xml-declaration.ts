import type { ByteDecoder } from './byte-decoder.ts';

const declaration =
  /^\s+version\s*=\s*(?:"([^"]*)"|'([^']*)')(?:\s+encoding\s*=\s*(?:"([^"]*)"|'([^']*)'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/;

/** What is wrong with the inside of `<?xml … ?>`, given the encoding the bytes show (XML 1.0, production 23). */
export function checkXmlDeclaration(
  inside: string,
  actual: NonNullable<ByteDecoder['encoding']>,
): { kind: 'malformed' | 'encoding'; message: string; remedy: string } | undefined {
  const match = declaration.exec(inside);
  if (match === null) {
    return {
      kind: 'malformed',
      message: 'The XML declaration cannot be read.',
      remedy: 'Write <?xml version="1.0" encoding="UTF-8"?> or leave it out.',
    };
  }
  const version = match[1] ?? match[2] ?? '';
  if (version !== '1.0') {
    return {
      kind: 'malformed',
      message: `XML version "${version.slice(0, 20)}" is not read.`,
      remedy: 'Write the message as XML 1.0.',
    };
  }
  const encoding = (match[3] ?? match[4] ?? actual).toLowerCase();
  const fitting = actual === 'utf-8' ? ['utf-8', 'utf8', 'us-ascii', 'ascii'] : ['utf-16', actual];
  if (fitting.includes(encoding)) return undefined;
  return {
    kind: 'encoding',
    message: `The message declares the encoding "${encoding.slice(0, 40)}", but its bytes are read as ${actual.toUpperCase()}.`,
    remedy: 'Save or send the message as UTF-8 and declare encoding="UTF-8".',
  };
}
