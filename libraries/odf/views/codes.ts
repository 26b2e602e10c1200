import { element, must, number, text } from './fields.ts';
import type { Place } from './place.ts';
import { many, shape } from './shape.ts';
import type { Typed } from './shape.ts';

const description = shape({
  /** Code of three letters. */
  language: must('Language'),
  description: text('Description'),
  order: number('DOrder'),
  longDescription: text('LongDescription'),
  longOrder: number('LDOrder'),
  shortDescription: text('ShortDescription'),
});

const code = shape({
  code: must('Code'),
  /** The table it belongs to. */
  type: must('Type'),
  sport: text('Sport'),
  discipline: text('Discipline'),
  gender: text('Gender'),
  event: text('Event'),
  phase: text('Phase'),
  unit: text('EventUnit'),
  schedule: text('Schedule'),
  medal: text('Medal'),
  descriptions: many('Language', description),
  element,
});
/** A code with its descriptions in each language. */
export type OdfCode = Typed<typeof code>;

/** DT_CODES. */
export const codes = shape({ codes: many('CodeSet', code) });

/** Content of DT_CODES. */
export type OdfCodes = { readonly kind: 'codes' } & Typed<typeof codes>;

/** Reads a `CodeSet`. */
export const readCode: (place: Place) => OdfCode = code.read;
