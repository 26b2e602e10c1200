import type { OdfElement } from '@altis/odf';
import type { Venue } from '../place/venues.ts';

/** How a message comes about, and so how long after the thing itself it leaves. */
export type Pace = 'clock' | 'judges' | 'operator' | 'office';

/** Something that is reported at a time: a message that is to be written. */
export type Report = {
  /** When it happened, in epoch milliseconds. */
  readonly atMs: number;
  readonly pace: Pace;
  /** The line on which it goes; undefined for the office of the Games. */
  readonly venue: Venue | undefined;
  /** Which system of the venue makes it, e.g. `ALAIHO1`. */
  readonly source: string;
  /** Day of the Games that it counts to, from 0. */
  readonly day: number;
  readonly documentType: string;
  readonly documentCode: string;
  readonly documentSubtype?: string;
  readonly documentSubcode?: string;
  readonly status?: ResultStatus;
  /** Composed when it is asked for: a whole Games is too much to hold as text. */
  readonly content: () => readonly OdfElement[];
};

export type ResultStatus = 'START_LIST' | 'LIVE' | 'INTERMEDIATE' | 'UNOFFICIAL' | 'PROTESTED' | 'OFFICIAL';
