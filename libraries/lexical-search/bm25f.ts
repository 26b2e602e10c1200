/**
 * BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
 * Information Retrieval 3(4), 2009, sections 3.4 and 3.6), split into the half that only the document knows and the
 * half that only the collection knows, so that the first can be stored with the document:
 *
 *   score(d, q) = Σ over terms t of  idf(t) · tf(t, d) / (k1 + tf(t, d))
 *   tf(t, d)    = Σ over fields f of weight_f · frequency(t, d, f) / (1 − b_f + b_f · length(d, f) / pivotLength_f)
 *
 * One deviation: the length that counts as normal is a constant of the field, not the running average of the
 * collection, so that a document's share never changes when others come and go.
 */
export type FieldScoring = {
  /** How much an occurrence in this field counts. */
  readonly weight: number;
  /** b: 0 ignores the length of the field, 1 divides by it. */
  readonly lengthNormalisation: number;
  /** A length in words at which a field is neither short nor long. */
  readonly pivotLength: number;
};

/** A field's part of tf(t, d). `frequency` is the sum of the term's token weights, `length` counts written words. */
export function fieldFrequency(frequency: number, length: number, field: FieldScoring): number {
  const b = field.lengthNormalisation;
  return (field.weight * frequency) / (1 - b + (b * length) / field.pivotLength);
}

/** The saturated share of a term in a document, in [0, 1): `tf / (k1 + tf)`. */
export function saturate(termFrequency: number): number {
  return termFrequency / (k1 + termFrequency);
}

/** idf(t) after Robertson and Sparck Jones, with the usual +1 that keeps it above zero for very common words. */
export function inverseDocumentFrequency(documentsWithTerm: number, documents: number): number {
  const found = Math.min(Math.max(documentsWithTerm, 0), documents);
  return Math.log(1 + (documents - found + 0.5) / (found + 0.5));
}

const k1 = 1.2;
