/** Something that is not as ODF says, and how it was taken; reading went on. */
export type OdfWarning = {
  /** e.g. `OdfBody/Competition/Actions/Action[3]@Order`: counted from 1 among siblings of the same name. */
  readonly path: string;
  readonly message: string;
};
