import { codedValue } from './competitor.ts';
import { element, text } from './fields.ts';
import { child, children } from './place.ts';
import { many, shape } from './shape.ts';
import type { Field, Typed } from './shape.ts';
import { bud, sproutAt } from './sprout.ts';

const setting = shape({
  type: text('Type'),
  code: text('Code'),
  position: text('Pos'),
  value: text('Value'),
  items: many('ExtendedConfigItem', codedValue),
});

const config = shape({
  /** RSC of the unit or phase it is for; absent for the document code of the message. */
  unit: text('Unit'),
  settings: many('ExtendedConfig', setting),
  element,
});
/** How a unit is run: which splits there are, how many rounds … */
export type OdfConfig = Typed<typeof config>;

/** Read from one `Config` as from several in `Configs`; written as the latter. */
const configs: Field<readonly OdfConfig[]> = {
  path: [],
  read: (place) => [...children(place, 'Config'), ...children(child(place, 'Configs'), 'Config')].map(config.read),
  write: (at, values = []) => {
    for (const value of values) config.write(bud(sproutAt(at(), ['Configs']), 'Config'), value);
  },
};

/** DT_CONFIG. */
export const configuration = shape({ configs });

/** Content of DT_CONFIG. */
export type OdfConfiguration = { readonly kind: 'configuration' } & Typed<typeof configuration>;
