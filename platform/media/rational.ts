/** An exact fraction, such as a frame rate of 60000/1001 per second or a time base of 1/90000 s. */
export type Rational = { readonly num: number; readonly den: number };
