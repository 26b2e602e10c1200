import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fault } from '../fault.ts';
import { writeMessage } from '../message/write-message.ts';
import { collectEvents, cutAt } from '../testing/collect-events.ts';
import { createRandom, mutateBytes } from '../testing/mutate-bytes.ts';
import { odfTrees } from '../testing/odf-trees.ts';
import { biathlonSchedule, trainingUpdate } from '../testing/sample-messages.ts';
import type { XmlLimits } from './xml-limits.ts';
import { XmlReader } from './xml-reader.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const eventsOf = (xml: string): unknown[] => {
  const { events, fault } = collectEvents([utf8(xml)]);
  if (fault !== undefined) throw new Error(fault.message);
  return events;
};
const faultOf = (input: string | Uint8Array, limits: Partial<XmlLimits> = {}): Fault | undefined =>
  collectEvents([typeof input === 'string' ? utf8(input) : input], limits).fault;

test('chunks may be cut anywhere, also in broken documents: same events, same fault, same place', () => {
  const documents = fc.oneof(
    odfTrees.map((root) => writeMessage({ root })),
    fc.constantFrom(biathlonSchedule, trainingUpdate),
  );
  fc.assert(
    fc.property(documents, fc.option(fc.nat()), fc.array(fc.nat(), { maxLength: 8 }), (xml, seed, places) => {
      const bytes = seed === null ? utf8(xml) : mutateBytes(utf8(xml), createRandom(seed));
      const whole = collectEvents([bytes]);
      expect(collectEvents(cutAt(bytes, places))).toStrictEqual(whole);
      expect(collectEvents(cutAt(bytes, Array.from(bytes.keys())))).toStrictEqual(whole);
      expect(seed === null ? whole.fault : undefined).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('references, CDATA, comments and instructions', () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?><!-- a --><?x y?><a b="&lt;&#233;&#x1F3D2;\t\r\n&#10;" c=\'"\'>x&amp;<!-- -->y<![CDATA[<&]]>\r\nz</a><!-- b -->\n';
  expect(eventsOf(xml)).toStrictEqual([
    [
      'open',
      'a',
      [
        ['b', '<é🏒  \n'],
        ['c', '"'],
      ],
    ],
    ['text', 'x&y<&\nz'],
    ['close', 'a'],
  ]);
});

test('a byte order mark decides between UTF-8 and UTF-16', () => {
  const xml = '<a b="é🏒"/>';
  const units = (order: 'le' | 'be'): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${xml}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  const events = eventsOf(xml);
  for (const bytes of [utf8(`\uFEFF${xml}`), units('le'), units('be')]) {
    expect(collectEvents([bytes])).toStrictEqual({ events, fault: undefined });
    expect(collectEvents(cutAt(bytes, Array.from(bytes.keys())))).toStrictEqual({ events, fault: undefined });
  }
});

test('wrong encodings are refused with what to do', () => {
  const latin = Buffer.from('<a>\n<b c="Jos\xE9"/></a>', 'latin1');
  expect(faultOf(latin)).toStrictEqual({
    kind: 'encoding',
    message: 'The byte 0xE9 is not UTF-8 at this place.',
    remedy:
      'Save or send the message as UTF-8. It may have been saved as ISO-8859-1 or Windows-1252, or been damaged on the way.',
    line: 2,
    column: 10,
    byteOffset: 13,
  });
  expect(faultOf('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')).toMatchObject({ kind: 'encoding', line: 1 });
  expect(faultOf(Buffer.from('<a/>', 'utf16le'))?.message).toContain('no byte order mark');
  expect(faultOf(Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]))?.message).toContain('UTF-32');
  expect(faultOf(Buffer.from([0xff, 0xfe, 0x3c, 0, 0, 0xd8, 0x3c, 0]))?.kind).toBe('encoding');
  for (const bad of [[0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80], [0xe2, 0x28, 0xa1]]) {
    expect(faultOf(Buffer.from([0x3c, 0x61, 0x3e, ...bad, 0x3c, 0x2f, 0x61, 0x3e]))).toMatchObject({
      kind: 'encoding',
      byteOffset: 3,
    });
  }
});

test('entities are never declared nor expanded', () => {
  const bomb = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<OdfBody>&b;</OdfBody>`;
  expect(faultOf(bomb)).toMatchObject({ kind: 'doctype', line: 2, column: 1, byteOffset: 22 });
  expect(faultOf('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')?.kind).toBe('doctype');
  expect(faultOf('<a b="x&xxe;"/>')).toMatchObject({ kind: 'entity', column: 8 });
  expect(faultOf('<a>\r\n &constructor;</a>')).toMatchObject({ kind: 'entity', line: 2, column: 2 });
  for (const reference of ['&#0;', '&#xD800;', '&#x110000;', '&#xFFFF;', '&#99999999999999999999;']) {
    expect(faultOf(`<a>${reference}</a>`)).toMatchObject({ kind: 'malformed', column: 4 });
  }
});

test('sizes are limited', () => {
  const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
  expect(faultOf(nested(256))).toBeUndefined();
  expect(faultOf(nested(10_000))).toMatchObject({
    kind: 'limit',
    message: 'Elements are nested deeper than 256.',
    byteOffset: 256 * 3,
  });
  const attributes = Array.from({ length: 300 }, (_, index) => ` a${index}=""`).join('');
  expect(faultOf(`<a${attributes}/>`)).toMatchObject({ kind: 'limit', message: '<a> has more than 256 attributes.' });
  expect(faultOf(`<a b="${'x'.repeat(11)}"/>`, { maxAttributeLength: 10 })).toMatchObject({ kind: 'limit', column: 7 });
  expect(faultOf(`<a b="${'x'.repeat(10)}"/>`, { maxAttributeLength: 10 })).toBeUndefined();
  expect(faultOf(`<a>${'x'.repeat(8)}<![CDATA[xxx]]></a>`, { maxTextLength: 10 })?.kind).toBe('limit');
  expect(faultOf(`<${'a'.repeat(300)}/>`)?.message).toContain('A name is longer than 256');
  expect(faultOf('<a>xxxxxxxx</a>', { maxBytes: 14 })).toMatchObject({ kind: 'limit', byteOffset: 14 });
  expect(faultOf('<a>xxxxxxxx</a>', { maxBytes: 15 })).toBeUndefined();
});

test('what is not well-formed is refused with place and remedy', () => {
  const cases: [xml: string, message: string, line: number, column: number][] = [
    ['<a>\n <b>\n </a>', '</a> stands where </b> must.', 3, 2],
    ['<a></a><b/>', '<b> follows the end of the document.', 1, 8],
    ['<a/>x', 'Text "x" follows the end of the document.', 1, 5],
    ['{"a":1}', 'No XML: the first character is "{", not "<".', 1, 1],
    ['</a>', '</a> closes nothing.', 1, 1],
    ['<a b="1" b="2"/>', 'The attribute b occurs twice in one element.', 1, 10],
    ['<a b=1/>', 'The value of the attribute b is not in quotes.', 1, 6],
    ['<a b/>', 'The attribute b has no value.', 1, 5],
    ['<a b="1"c="2"/>', 'White space is missing inside <a>.', 1, 9],
    ['<a b="<"/>', 'The value of the attribute b contains "<".', 1, 7],
    ['<a>x & y</a>', '"&" is not followed by a reference: "& y".', 1, 6],
    ['<a>]]></a>', 'Text must not contain "]]>".', 1, 4],
    ['<a><!-- a -- b --></a>', 'A comment must not contain "--".', 1, 11],
    ['<a>\u0001</a>', 'The character U+0001 is not allowed in XML.', 1, 4],
    ['<a>\uFFFE</a>', 'The character U+FFFE is not allowed in XML.', 1, 4],
    ['<1/>', 'No name can begin with "1".', 1, 2],
    ['<a / >', '"/" inside <a> is not followed by ">".', 1, 4],
    [' <?xml version="1.0"?><a/>', 'The XML declaration is not at the very start.', 1, 2],
    ['<?xml version="1.1"?><a/>', 'XML version "1.1" is not read.', 1, 1],
    ['<![CDATA[a]]><a/>', '"<![CDATA[" is no XML at this place.', 1, 1],
    ['', 'The message is empty.', 1, 1],
  ];
  for (const [xml, message, line, column] of cases) {
    const fault = faultOf(xml);
    expect({ xml, message: fault?.message, line: fault?.line, column: fault?.column }).toStrictEqual({
      xml,
      message,
      line,
      column,
    });
    expect(fault?.remedy).not.toBe('');
  }
});

test('a document cut short anywhere is never taken for whole', () => {
  const bytes = utf8(biathlonSchedule.trimEnd());
  for (let length = 0; length < bytes.length; length++)
    expect(faultOf(bytes.subarray(0, length))?.kind).toBe('truncated');
  expect(faultOf(bytes)).toBeUndefined();
});

test('a long text in single bytes takes linear time and little memory', () => {
  const bytes = utf8(`<a b="${'x'.repeat(300_000)}">${'y'.repeat(300_000)}</a>`);
  const reader = new XmlReader({ openElement: () => {}, text: () => {}, closeElement: () => {} });
  for (let at = 0; at < bytes.length; at++) reader.write(bytes.subarray(at, at + 1));
  expect(reader.end()).toBeUndefined();
});
