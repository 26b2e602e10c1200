/** What a reader accepts at most; lengths in UTF-16 code units. */
export type XmlLimits = {
  /** Bytes of the whole message. */
  readonly maxBytes: number;
  /** Elements inside one another. */
  readonly maxDepth: number;
  /** Attributes of one element. */
  readonly maxAttributes: number;
  /** Length of an element or attribute name. */
  readonly maxNameLength: number;
  /** Length of one attribute value. */
  readonly maxAttributeLength: number;
  /** Length of one run of text, comment or processing instruction (an embedded PDF or picture is one run). */
  readonly maxTextLength: number;
  /** Elements, attributes and texts held in memory at once: of the message, or of one entity when streaming. */
  readonly maxNodes: number;
};

/** Generous for every genuine message (the largest are games-wide participant lists), small enough for a server. */
export const defaultXmlLimits: XmlLimits = {
  maxBytes: 64 * 1024 * 1024,
  maxDepth: 256,
  maxAttributes: 256,
  maxNameLength: 256,
  maxAttributeLength: 1024 * 1024,
  maxTextLength: 32 * 1024 * 1024,
  maxNodes: 6_000_000,
};
