import { must, number, textOf } from './fields.ts';
import { aboutUnit } from './results.ts';
import { many, shape } from './shape.ts';
import type { Typed } from './shape.ts';

const image = shape({
  position: must('Pos'),
  version: number('Version'),
  revision: number('Revision'),
  type: must('ImageType'),
  title: textOf('ImageTitle'),
  description: textOf('ImageDescription'),
  /** Base64. */
  data: textOf('ImageData'),
  results: aboutUnit.results,
});
/** A picture that belongs to a result: a shot chart, a photo finish … */
export type OdfImage = Typed<typeof image>;

/** DT_IMAGE. */
export const images = shape({ images: many('Image', image) });

/** Content of DT_IMAGE. */
export type OdfImages = { readonly kind: 'images' } & Typed<typeof images>;
