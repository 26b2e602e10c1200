import { must, text } from './fields.ts';
import { aboutUnit } from './results.ts';
import { many, shape, within } from './shape.ts';
import type { Typed } from './shape.ts';

const measure = shape({
  code: text('Code'),
  /** Unit of measure, e.g. `C`, `M_S`. */
  unit: text('Unit'),
  value: text('Value'),
  type: text('Type'),
});

const conditions = shape({
  /** Where it was measured: `TOP`, `START`, `VENUE` …; of a forecast, for which part of the day. */
  code: must('Code'),
  humidity: text('Humidity'),
  windDirection: text('Wind_Direction'),
  windDegree: text('Wind_Degree'),
  precipitationProbability: text('Prec_Probability'),
  lightning: text('Lightning'),
  sunrise: text('Sunrise'),
  sunset: text('Sunset'),
  /** `SKY`, `SNOW`, `ICE`, `WATER`, each with the code of how it is. */
  conditions: many('Condition', shape({ code: must('Code'), value: text('Value') })),
  precipitations: many('Precipitation', measure),
  pressures: many('Pressure', measure),
  temperatures: many('Temperature', measure),
  winds: many('Wind', measure),
});
/** What was measured at one place. */
export type OdfConditions = Typed<typeof conditions>;

/** DT_WEATHER. */
export const weather = shape({
  infos: aboutUnit.infos,
  ...within('Weather', {
    /** Date and time of the measurement, as written. */
    date: text('Date'),
    conditions: many('Conditions', conditions),
  }),
});

/** Content of DT_WEATHER. */
export type OdfWeather = { readonly kind: 'weather' } & Typed<typeof weather>;

const time = shape({
  code: must('Code'),
  /** `YYYY-MM-DD`. */
  date: must('Date'),
  time: text('Time'),
  conditions: many('Conditions', conditions),
});

/** DT_VEN_COND. */
export const venueConditions = shape(within('Venue', { venue: text('Code'), times: many('DateTime', time) }));

/** Content of DT_VEN_COND: conditions and forecast at a venue. */
export type OdfVenueConditions = { readonly kind: 'venue-conditions' } & Typed<typeof venueConditions>;
