/**
 * An element of a message, complete: every attribute and child in the order written, known to ODF or not.
 *
 * Comments and processing instructions are left out, CDATA sections have become text, and the white space that only
 * lays out child elements (no other text beside them) is dropped. Plain data: it survives `JSON.stringify`.
 */
export type OdfElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly OdfNode[];
};

/** A child of an element: an element or a run of text. */
export type OdfNode = OdfElement | string;

/** Builds an element; attributes given as `undefined` are left out. */
export function odfElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly OdfNode[] = [],
): OdfElement {
  const written = Object.entries(attributes).filter((entry) => entry[1] !== undefined);
  return { name, attributes: Object.fromEntries(written.map(([key, value]) => [key, String(value)])), children };
}

/** The child elements, of that name where one is given. */
export function childElements(element: OdfElement, name?: string): OdfElement[] {
  return element.children.filter(
    (child): child is OdfElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The text of an element and everything below it, joined. */
export function elementText(element: OdfElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : elementText(child))).join('');
}

/** Whether two elements say the same: same names, attributes (in any order) and children (in order). */
export function sameElement(left: OdfElement, right: OdfElement): boolean {
  if (left === right) return true;
  const names = Object.keys(left.attributes);
  return (
    left.name === right.name &&
    names.length === Object.keys(right.attributes).length &&
    left.children.length === right.children.length &&
    names.every((name) => Object.hasOwn(right.attributes, name) && left.attributes[name] === right.attributes[name]) &&
    left.children.every((child, index) => sameNode(child, right.children[index]))
  );
}

function sameNode(left: OdfNode, right: OdfNode | undefined): boolean {
  if (typeof left === 'string' || typeof right === 'string' || right === undefined) return left === right;
  return sameElement(left, right);
}
