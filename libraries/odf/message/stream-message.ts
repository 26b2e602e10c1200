import type { Fault } from '../fault.ts';
import type { OdfElement } from '../odf-element.ts';
import type { Rsc } from '../rsc.ts';
import { rootPlace } from '../views/place.ts';
import type { Place } from '../views/place.ts';
import { TreeBuilder } from '../xml/tree-builder.ts';
import { defaultXmlLimits } from '../xml/xml-limits.ts';
import type { XmlLimits } from '../xml/xml-limits.ts';
import { XmlReader } from '../xml/xml-reader.ts';
import { encodeText } from './encode-text.ts';
import { readHeader } from './odf-header.ts';
import type { OdfHeader } from './odf-header.ts';
import { dictionariesOf, documentRsc } from './odf-message.ts';
import type { OdfDictionaries } from './odf-message.ts';
import { notOdf } from './read-message.ts';
import type { OdfWarning } from './odf-warning.ts';

/**
 * What a streamed message yields: its header, the attributes of `Competition`, then every child of `Competition` with
 * its whole tree, and at last either `end` or `fault`. After a fault the entities seen so far must not be kept.
 */
export type StreamItem =
  | { readonly kind: 'header'; readonly header: OdfHeader; readonly rsc: Rsc | undefined }
  | { readonly kind: 'competition'; readonly dictionaries: OdfDictionaries }
  /** `place` is for the typed readers: `readParticipant(item.place)`. */
  | { readonly kind: 'entity'; readonly element: OdfElement; readonly place: Place }
  | { readonly kind: 'end'; readonly entities: number; readonly warnings: readonly OdfWarning[] }
  | { readonly kind: 'fault'; readonly fault: Fault };

/**
 * Reads a message entity by entity (Participant, Unit, Result …) in constant memory, for participant lists and
 * schedules of a whole Games. Texts of an entity share memory with the chunk of up to 64 KiB they came in: who keeps a
 * few values of many entities copies them.
 */
export async function* streamMessage(
  input: AsyncIterable<Uint8Array | string>,
  limits: Partial<XmlLimits> = {},
): AsyncGenerator<StreamItem> {
  const splitter = split(limits);
  for await (const chunk of input) {
    for (const piece of encodeText(chunk)) {
      for (let from = 0; from < piece.length; from += PIECE) {
        const fault = splitter.reader.write(piece.subarray(from, from + PIECE));
        yield* splitter.drain();
        if (fault !== undefined) {
          yield { kind: 'fault', fault };
          return;
        }
      }
    }
  }
  const fault = splitter.reader.end();
  yield* splitter.drain();
  yield fault === undefined ? splitter.finished() : { kind: 'fault', fault };
}

const PIECE = 65_536;

/** Cuts the stream of XML events into items; keeps only the entity that is open. */
function split(limits: Partial<XmlLimits>) {
  const maxNodes = limits.maxNodes ?? defaultXmlLimits.maxNodes;
  const warnings: OdfWarning[] = [];
  const counts = new Map<string, number>();
  let items: StreamItem[] = [];
  let entities = 0;
  let outside = 0;
  let body: Place | undefined;
  let competition: Place | undefined;
  let builder: TreeBuilder | undefined;

  const openBody = (name: string, attributes: Record<string, string>): void => {
    const refuse = (fault: Fault): never => reader.refuse(fault.kind, fault.message, fault.remedy);
    if (name !== 'OdfBody') refuse(notOdf(name));
    const element: OdfElement = { name, attributes, children: [] };
    const header = readHeader(element, warnings);
    if (!header.ok) return refuse(header.fault);
    body = rootPlace(element, warnings);
    items.push({ kind: 'header', header: header.value, rsc: documentRsc(header.value, body) });
  };
  const openCompetition = (name: string, attributes: Record<string, string>): void => {
    competition = rootPlace({ name, attributes, children: [] }, warnings, body);
    items.push({ kind: 'competition', dictionaries: dictionariesOf(attributes) });
  };
  const entity = (element: OdfElement): StreamItem => {
    const index = (counts.get(element.name) ?? 0) + 1;
    counts.set(element.name, index);
    entities++;
    return { kind: 'entity', element, place: { element, parent: outside > 1 ? competition : body, index, warnings } };
  };

  const reader: XmlReader = new XmlReader(
    {
      openElement: (name, attributes) => {
        if (builder === undefined && outside === 0) {
          openBody(name, attributes);
          outside = 1;
        } else if (builder === undefined && outside === 1 && name === 'Competition') {
          openCompetition(name, attributes);
          outside = 2;
        } else {
          builder ??= new TreeBuilder();
          builder.openElement(name, attributes);
          if (builder.nodes > maxNodes) {
            reader.refuse(
              'limit',
              `An entity has more than ${maxNodes} elements, attributes and texts.`,
              'Raise maxNodes if this is expected.',
            );
          }
        }
      },
      text: (text) => builder?.text(text),
      closeElement: () => {
        if (builder === undefined) {
          outside--;
          return;
        }
        const element = builder.closeElement();
        if (element === undefined) return;
        builder = undefined;
        items.push(entity(element));
      },
    },
    limits,
  );
  return {
    reader,
    drain: (): StreamItem[] => {
      const drained = items;
      items = [];
      return drained;
    },
    finished: (): StreamItem => ({ kind: 'end', entities, warnings }),
  };
}
