import type { OdfElement, OdfNode } from '../odf-element.ts';
import { isName, isXmlCharacter } from '../xml/xml-characters.ts';
import { quote } from '../fault.ts';

/**
 * Writes a message, or any tree, as an XML 1.0 document in which every value reads back as it was given.
 * `indent` puts elements on lines of their own wherever that changes nothing.
 * Throws a TypeError that names the element if a name or character cannot be written in XML.
 */
export function writeMessage(
  message: { readonly root: OdfElement },
  options: { readonly indent?: boolean } = {},
): string {
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  writeElement(message.root, out, options.indent === true ? '\n' : '');
  return out.join('');
}

function writeElement(element: OdfElement, out: string[], lineBreak: string): void {
  checkName(element.name, element);
  out.push('<', element.name);
  for (const [name, value] of Object.entries(element.attributes)) {
    checkName(name, element);
    out.push(' ', name, '="', escaped(value, element, /[&<>"\t\n\r]/g), '"');
  }
  if (element.children.length === 0) {
    out.push('/>');
    return;
  }
  out.push('>');
  const inner =
    lineBreak !== '' && element.children.every((child) => typeof child !== 'string') ? `${lineBreak}  ` : '';
  for (const child of element.children) {
    out.push(inner);
    writeNode(child, element, out, inner);
  }
  if (inner !== '') out.push(lineBreak);
  out.push('</', element.name, '>');
}

function writeNode(node: OdfNode, parent: OdfElement, out: string[], lineBreak: string): void {
  if (typeof node === 'string') out.push(escaped(node, parent, /[&<>\r]/g));
  else writeElement(node, out, lineBreak);
}

function checkName(name: string, element: OdfElement): void {
  if (!isName(name)) throw new TypeError(`${quote(name)} in <${element.name.slice(0, 60)}> is no XML name.`);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escaped(value: string, element: OdfElement, special: RegExp): string {
  for (const character of value) {
    if (!isXmlCharacter(character.codePointAt(0)!)) {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      throw new TypeError(`The character U+${code} in <${element.name.slice(0, 60)}> cannot be written in XML.`);
    }
  }
  return value.replace(special, (character) => references[character] ?? character);
}
