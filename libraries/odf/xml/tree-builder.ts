import type { OdfElement, OdfNode } from '../odf-element.ts';
import { isBlank } from './xml-characters.ts';

type Growing = { name: string; attributes: Record<string, string>; children: OdfNode[] };

// Most elements have attributes only; they share one empty list.
const none: OdfNode[] = [];

/** Grows one element tree from open, text and close. */
export class TreeBuilder {
  /** Elements, attributes and texts of the tree so far. */
  nodes = 0;
  private readonly open: Growing[] = [];
  /** For each open element, whether it has text beyond white space, and white space that may be layout. */
  private readonly hasText: boolean[] = [];
  private readonly hasBlank: boolean[] = [];

  openElement(name: string, attributes: Record<string, string>): void {
    const element: Growing = { name, attributes, children: none };
    const depth = this.open.length;
    if (depth > 0) append(this.open[depth - 1]!, element);
    this.open.push(element);
    this.hasText[depth] = false;
    this.hasBlank[depth] = false;
    this.nodes++;
    for (const _ in attributes) this.nodes++;
  }

  text(text: string): void {
    const top = this.open.length - 1;
    append(this.open[top]!, text);
    if (isBlank(text)) this.hasBlank[top] = true;
    else this.hasText[top] = true;
    this.nodes++;
  }

  /** Closes the innermost element and returns it when it is the outermost too. */
  closeElement(): OdfElement | undefined {
    const element = this.open.pop()!;
    const depth = this.open.length;
    // Blank text beside elements only is layout; alone in an element it is content.
    if (this.hasBlank[depth] === true && this.hasText[depth] === false && element.children.length > 1) {
      element.children = element.children.filter((child) => typeof child !== 'string');
    }
    return depth === 0 ? element : undefined;
  }

  get depth(): number {
    return this.open.length;
  }
}

function append(parent: Growing, child: OdfNode): void {
  if (parent.children === none) parent.children = [child];
  else parent.children.push(child);
}
