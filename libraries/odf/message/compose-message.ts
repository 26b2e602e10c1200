import { quote } from '../fault.ts';
import { odfElement } from '../odf-element.ts';
import type { OdfElement, OdfNode } from '../odf-element.ts';
import { ruleOf } from '../schema/element-rules.ts';
import type { ElementRule } from '../schema/element-rules.ts';
import { sprout } from '../views/sprout.ts';
import type { Sprout } from '../views/sprout.ts';
import { checkMessage } from './check-message.ts';
import type { OdfFault } from './check-message.ts';
import type { Draft } from './draft.ts';
import { contentKind, writeContent } from './odf-content.ts';
import type { OdfContent } from './odf-content.ts';
import { composeBody, readHeader } from './odf-header.ts';
import type { OdfHeader } from './odf-header.ts';
import { viewMessage } from './odf-message.ts';
import type { OdfDictionaries } from './odf-message.ts';
import type { OdfWarning } from './odf-warning.ts';

/** What a message is composed from; a message that was read is one, too. */
export type MessageDraft = {
  readonly header: HeaderDraft;
  /** ODF demands `gen` and `codes` wherever there is content. */
  readonly dictionaries?: Partial<OdfDictionaries> | undefined;
  readonly content: ContentDraft;
};

/** A header; `logicalDate` is `date` where it is left out. */
export type HeaderDraft = Omit<OdfHeader, OptionalInHeader | 'isRepeated'> & {
  readonly [K in OptionalInHeader]?: OdfHeader[K] | undefined;
};

type OptionalInHeader = 'documentSubcode' | 'documentSubtype' | 'resultStatus' | 'language' | 'logicalDate';

/** Typed content to be written; documents without types are built with `composeBody`. */
export type ContentDraft = {
  [C in OdfContent as C['kind']]: { readonly kind: C['kind'] } & Draft<Omit<C, 'kind'>>;
}[Exclude<OdfContent['kind'], 'other'>];

/** A message ready for `writeMessage`, or everything that stands in its way. */
export type Composition =
  | { readonly ok: true; readonly root: OdfElement }
  | { readonly ok: false; readonly faults: readonly OdfFault[] };

/**
 * Puts a message together from typed content, elements in the order that ODF wants. Strict: what `checkMessage` or our
 * own reader finds odd is refused. Never throws for data that fits the types.
 */
export function composeMessage({ header, dictionaries, content }: MessageDraft): Composition {
  const { documentType } = header;
  const kind = contentKind(documentType);
  if (content.kind !== 'invalidation' && kind !== content.kind) {
    const remedy = kind === undefined ? 'Build it with composeBody.' : `Give content of the kind "${kind}".`;
    const message = `${quote(documentType)} does not hold content of the kind "${content.kind}".`;
    return { ok: false, faults: [{ path: 'OdfBody@DocumentType', message, remedy }] };
  }
  const root = composeBody(
    { ...emptyHeader, ...header, logicalDate: header.logicalDate ?? header.date },
    childrenOf(content, dictionaries, documentType),
  );
  const faults = checkMessage(root);
  if (faults.length === 0) faults.push(...oddities(root));
  return faults.length === 0 ? { ok: true, root } : { ok: false, faults };
}

const emptyHeader = {
  documentSubcode: undefined,
  documentSubtype: undefined,
  resultStatus: undefined,
  language: undefined,
};

function childrenOf(
  content: ContentDraft,
  dictionaries: MessageDraft['dictionaries'],
  documentType: string,
): OdfElement[] {
  if (content.kind === 'invalidation') return [];
  const notes = content.kind === 'alert' ? (content.notes ?? []) : [];
  const written = notes.map((note) => odfElement('Note', {}, [String(note)]));
  if (content.kind !== 'alert' && content.kind !== 'signal') {
    const competition = competitionOf(dictionaries);
    writeContent(content, competition);
    return [grown(competition, 'OdfBody', documentType)];
  }
  return dictionaries === undefined
    ? written
    : [grown(competitionOf(dictionaries), 'OdfBody', documentType), ...written];
}

function competitionOf(dictionaries: MessageDraft['dictionaries']): Sprout {
  const { gen, sport, codes } = dictionaries ?? {};
  const competition = sprout('Competition');
  for (const [name, value] of Object.entries({ Gen: gen, Sport: sport, Codes: codes }))
    if (value !== undefined) competition.attributes[name] = value;
  return competition;
}

/** The element of a sprout, its children in the order of ODF; what ODF does not name stands last. */
function grown(from: Sprout, parent: string, documentType: string): OdfElement {
  const allowed = ruleOf(from.name, parent, documentType)?.children ?? noChildren;
  const place = (node: Sprout | string): number =>
    typeof node === 'string' ? -1 : (allowed.get(node.name)?.order ?? Number.MAX_SAFE_INTEGER);
  const missing = [...allowed].filter(
    ([name, { least }]) =>
      least > 0 && mayBeEmpty(name, from.name, documentType) && !from.children.some((node) => isNamed(node, name)),
  );
  const children = [...from.children, ...missing.map(([name]) => sprout(name))]
    .toSorted((left, right) => place(left) - place(right))
    .map((node): OdfNode => (typeof node === 'string' ? node : grown(node, from.name, documentType)));
  return { name: from.name, attributes: from.attributes, children };
}

const noChildren: ElementRule['children'] = new Map();

function isNamed(node: Sprout | string, name: string): boolean {
  return typeof node !== 'string' && node.name === name;
}

/** A `Composition` without members, for instance: what must be there and need not say anything is written empty. */
function mayBeEmpty(name: string, parent: string, documentType: string): boolean {
  const rule = ruleOf(name, parent, documentType);
  return (
    rule !== undefined &&
    rule.text !== 'required' &&
    ![...rule.attributes.values()].some(({ isRequired }) => isRequired) &&
    ![...rule.children.values()].some(({ least }) => least > 0)
  );
}

/** What our own reader would warn of. */
function oddities(root: OdfElement): OdfFault[] {
  const warnings: OdfWarning[] = [];
  const header = readHeader(root, warnings);
  if (!header.ok) return [{ path: 'OdfBody', message: header.fault.message, remedy: header.fault.remedy }];
  viewMessage(header.value, root, warnings);
  return warnings.map(({ path, message }) => ({
    path,
    message,
    remedy: 'Write it so that it reads without a warning.',
  }));
}
