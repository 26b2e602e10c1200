import type { Fault } from '../fault.ts';
import type { XmlLimits } from '../xml/xml-limits.ts';
import { XmlReader } from '../xml/xml-reader.ts';

/** Everything a reader says about a document that comes in the given chunks. */
export function collectEvents(
  chunks: Iterable<Uint8Array>,
  limits: Partial<XmlLimits> = {},
): { events: unknown[]; fault: Fault | undefined } {
  const events: unknown[] = [];
  const reader = new XmlReader(
    {
      openElement: (name, attributes) => void events.push(['open', name, Object.entries(attributes)]),
      text: (text) => void events.push(['text', text]),
      closeElement: (name) => void events.push(['close', name]),
    },
    limits,
  );
  for (const chunk of chunks) reader.write(chunk);
  const fault = reader.end();
  return { events, fault };
}

/** The bytes cut into pieces at the given places. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((left, right) => left - right);
  return [0, ...cuts].map((from, index) => bytes.subarray(from, cuts[index] ?? bytes.length));
}
