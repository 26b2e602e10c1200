import type { Fault } from '../fault.ts';
import { quote } from '../fault.ts';
import type { OdfElement } from '../odf-element.ts';
import { TreeBuilder } from '../xml/tree-builder.ts';
import { defaultXmlLimits } from '../xml/xml-limits.ts';
import type { XmlLimits } from '../xml/xml-limits.ts';
import { XmlReader } from '../xml/xml-reader.ts';
import { encodeText } from './encode-text.ts';
import { readHeader } from './odf-header.ts';
import { viewMessage } from './odf-message.ts';
import type { OdfMessage } from './odf-message.ts';
import type { OdfWarning } from './odf-warning.ts';

/** A message with what was odd in it, or why it cannot be read. */
export type MessageReading =
  | { readonly ok: true; readonly message: OdfMessage; readonly warnings: readonly OdfWarning[] }
  | { readonly ok: false; readonly fault: Fault };

/**
 * Reads a whole message into memory. Lenient with what is merely not as ODF says (it warns), strict with what is no
 * XML or cannot be filed (it returns a fault); never throws for any input.
 */
export function readMessage(input: Uint8Array | string, limits: Partial<XmlLimits> = {}): MessageReading {
  const assembly = assemble(limits);
  for (const piece of encodeText(input)) if (assembly.reader.write(piece) !== undefined) break;
  return assembly.finish();
}

/** As `readMessage`, from chunks as they come. */
export async function readMessageChunks(
  input: AsyncIterable<Uint8Array | string>,
  limits: Partial<XmlLimits> = {},
): Promise<MessageReading> {
  const assembly = assemble(limits);
  for await (const chunk of input) {
    for (const piece of encodeText(chunk)) if (assembly.reader.write(piece) !== undefined) return assembly.finish();
  }
  return assembly.finish();
}

/** Reads any XML document of the accepted kind into a tree. */
export function readTree(
  input: Uint8Array | string,
  limits: Partial<XmlLimits> = {},
): { ok: true; root: OdfElement } | { ok: false; fault: Fault } {
  const assembly = assemble(limits);
  for (const piece of encodeText(input)) if (assembly.reader.write(piece) !== undefined) break;
  return assembly.tree();
}

function assemble(limits: Partial<XmlLimits>) {
  const maxNodes = limits.maxNodes ?? defaultXmlLimits.maxNodes;
  const builder = new TreeBuilder();
  let root: OdfElement | undefined;
  const reader: XmlReader = new XmlReader(
    {
      openElement: (name, attributes) => {
        builder.openElement(name, attributes);
        if (builder.nodes > maxNodes) {
          reader.refuse(
            'limit',
            `The message has more than ${maxNodes} elements, attributes and texts.`,
            'Raise maxNodes, or stream the message.',
          );
        }
      },
      text: (text) => builder.text(text),
      closeElement: () => {
        root = builder.closeElement() ?? root;
      },
    },
    limits,
  );
  const tree = (): { ok: true; root: OdfElement } | { ok: false; fault: Fault } => {
    const fault = reader.end();
    if (fault !== undefined || root === undefined) return { ok: false, fault: fault ?? notOdf('') };
    return { ok: true, root };
  };
  const finish = (): MessageReading => {
    const read = tree();
    if (!read.ok) return read;
    if (read.root.name !== 'OdfBody') return { ok: false, fault: notOdf(read.root.name) };
    const warnings: OdfWarning[] = [];
    const header = readHeader(read.root, warnings);
    if (!header.ok) return header;
    return { ok: true, message: viewMessage(header.value, read.root, warnings), warnings };
  };
  return { reader, tree, finish };
}

/** The fault for a document that is something else. */
export function notOdf(name: string): Fault {
  return {
    kind: 'not-odf',
    message: `The document is <${name.slice(0, 60)}>, not an ODF message.`,
    remedy: `Send a document whose outermost element is OdfBody, without prefix or wrapper (found ${quote(name)}).`,
  };
}
