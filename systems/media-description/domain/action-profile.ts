/** How an action of a sport becomes a moment. Times are from the action's own instant. */
export type ActionProfile = {
  /** The clip begins so long before the action… */
  readonly preMs: number;
  /** …and ends so long after it. */
  readonly postMs: number;
  /** 5 decides the day, 1 is for completeness. */
  readonly importance: 1 | 2 | 3 | 4 | 5;
  /** Which texts tell it: `<telling>.title` and `<telling>.sentence`. */
  readonly telling: string;
  /** ODF roles of the athlete whom the moment is about, the first that is there. */
  readonly subject: readonly string[];
  /** ODF roles of those who helped. */
  readonly helpers?: readonly string[];
  /** ODF role of the one it happened to, on the other side. */
  readonly opponent?: string;
};

/** The actions of one discipline by ODF code; `null` for those that are no moments, such as the end of a period. */
export type DisciplineProfile = Readonly<Record<string, ActionProfile | null>>;
