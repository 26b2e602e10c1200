import { quote } from '../fault.ts';
import type { OdfElement } from '../odf-element.ts';
import { childElements } from '../odf-element.ts';
import { contentElements, documentTypes } from '../schema/document-types.ts';
import { ruleOf } from '../schema/element-rules.ts';
import type { ElementRule } from '../schema/element-rules.ts';
import { valueKinds } from '../schema/value-kinds.ts';
import { isName, isXmlCharacter } from '../xml/xml-characters.ts';
import { isAboutSport } from './odf-content.ts';

/** Why a message must not be sent as it is: where, what, and what to write instead. */
export type OdfFault = {
  /** e.g. `OdfBody/Competition/Result[2]/Competitor@Code`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
};

/**
 * Checks a whole message (its `OdfBody`) against ODF2: required attributes and elements, their order and number, codes,
 * dates, times and listed values, and that the content fits the document type. Attributes and elements that ODF does
 * not name are left alone. At most a hundred faults are told.
 */
export function checkMessage(root: OdfElement): OdfFault[] {
  if (root.name !== 'OdfBody')
    return [{ path: root.name, message: 'This is no ODF message.', remedy: 'Begin with <OdfBody>.' }];
  const faults: OdfFault[] = [];
  const documentType = root.attributes['DocumentType'] ?? '';
  const tell: Tell = (path, message, remedy) => {
    if (faults.length < mostFaults) faults.push({ path, message, remedy });
  };
  if (isAboutSport(documentType)) {
    const code = root.attributes['DocumentCode'] ?? '';
    if (!valueKinds.rsc.allows(code)) tell('OdfBody@DocumentCode', `${quote(code)} is no RSC.`, valueKinds.rsc.remedy);
  }
  const [competition] = childElements(root, 'Competition');
  if (competition !== undefined) checkContent(competition, documentType, tell);
  checkElement(root, undefined, root.name, documentType, tell);
  return faults;
}

type Tell = (path: string, message: string, remedy: string) => void;

const mostFaults = 100;

/** `Competition` holds one kind of content, the one that belongs to the document, and holds it last. */
function checkContent(competition: OdfElement, documentType: string, tell: Tell): void {
  const names = childElements(competition).map(({ name }) => name);
  const first = names.find((name) => contentElements.has(name));
  if (first === undefined) return;
  const path = `OdfBody/Competition/${first}`;
  const allowed = documentTypes.get(documentType);
  if (allowed !== undefined && !allowed.includes(first))
    tell(path, `<${first}> does not belong into ${documentType}.`, `Write <${allowed.join('> or <')}>.`);
  for (const name of new Set(names.slice(names.indexOf(first)))) {
    const mayFollow = name === first || documentType === 'DT_PARTIC_NAME';
    if (mayFollow || (!contentElements.has(name) && ruleOf('Competition', 'OdfBody', '')?.children.has(name) !== true))
      continue;
    const remedy = contentElements.has(name)
      ? 'Write one kind of content in a message.'
      : `Write it before <${first}>.`;
    tell(`OdfBody/Competition/${name}`, `<${name}> stands behind <${first}>.`, remedy);
  }
}

function checkElement(
  element: OdfElement,
  parent: string | undefined,
  path: string,
  documentType: string,
  tell: Tell,
): void {
  const rule = ruleOf(element.name, parent, documentType);
  if (!isName(element.name)) tell(path, `${quote(element.name)} is no XML name.`, 'Write letters and digits.');
  checkAttributes(element, rule, path, tell);
  const texts = element.children.filter((child) => typeof child === 'string');
  if (rule?.text === 'none' && texts.some((each) => each.trim() !== ''))
    tell(path, `<${element.name}> holds text.`, 'Write it in an attribute.');
  if (rule?.text === 'required' && texts.length === 0)
    tell(path, 'is empty.', `<${element.name}> needs a text in ODF; write it.`);
  for (const each of texts) checkCharacters(each, path, tell);
  if (rule !== undefined) checkChildren(element, rule, path, tell);

  const elements = childElements(element);
  const totals = Map.groupBy(elements, ({ name }) => name);
  const seen = new Map<string, number>();
  for (const child of elements) {
    const at = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, at);
    const step = totals.get(child.name)!.length > 1 ? `${child.name}[${at}]` : child.name;
    checkElement(child, element.name, `${path}/${step}`, documentType, tell);
  }
}

function checkAttributes(element: OdfElement, rule: ElementRule | undefined, path: string, tell: Tell): void {
  for (const [name, { isRequired }] of rule?.attributes ?? []) {
    if (isRequired && (element.attributes[name] ?? '') === '')
      tell(`${path}@${name}`, 'is missing.', `<${element.name}> needs ${name} in ODF; write it.`);
  }
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!isName(name)) tell(path, `${quote(name)} is no XML name.`, 'Write letters and digits.');
    checkCharacters(value, `${path}@${name}`, tell);
    const kind = rule?.attributes.get(name)?.kind;
    if (kind !== undefined && value !== '' && !valueKinds[kind].allows(value))
      tell(`${path}@${name}`, `${quote(value)} is not allowed.`, valueKinds[kind].remedy);
  }
}

function checkChildren(element: OdfElement, rule: ElementRule, path: string, tell: Tell): void {
  const elements = childElements(element);
  for (const [name, { least, most }] of rule.children) {
    const count = elements.filter((child) => child.name === name).length;
    if (count < least) tell(path, `has no <${name}>.`, `<${element.name}> needs it in ODF; write it.`);
    if (count > most) tell(path, `has ${count} <${name}>.`, 'Write one.');
  }
  let last: { name: string; order: number } | undefined;
  for (const { name } of elements) {
    const order = rule.children.get(name)?.order;
    if (order === undefined) continue;
    if (last !== undefined && order < last.order)
      tell(`${path}/${name}`, `stands behind <${last.name}>.`, `Write <${name}> before <${last.name}>.`);
    else last = { name, order };
  }
}

function checkCharacters(text: string, path: string, tell: Tell): void {
  // Nothing but printable ASCII is the common case, and fast to see.
  if (/^[ -~]*$/.test(text)) return;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (isXmlCharacter(point)) continue;
    const code = point.toString(16).toUpperCase().padStart(4, '0');
    tell(path, `The character U+${code} cannot be written in XML.`, 'Leave it out.');
    return;
  }
}
