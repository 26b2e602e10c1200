/**
 * What successive versions of ODF documents tell. Of a unit: `started` to `record`, and what follows; of phases and
 * events: `qualified` and what follows.
 */
export type OdfFactKind =
  | 'started'
  | 'on-course'
  | 'split'
  | 'finished'
  | 'lead-change'
  | 'podium-change'
  | 'out'
  | 'goal'
  | 'penalty'
  | 'period-start'
  | 'period-end'
  | 'time-out'
  | 'record'
  | 'qualified'
  | 'postponed'
  | 'cancelled'
  | 'protested'
  | 'decided'
  | 'unofficial'
  | 'official'
  | 'medals';

/** Something that happened, as the messages tell it. Codes, times and marks are as written. */
export type OdfFact = {
  /** Kind, subject, competitor and number, and from which strand: the same in all versions that say it. */
  readonly id: string;
  readonly kind: OdfFactKind;
  /** RSC of the unit, phase or event that it is about. */
  readonly subject: string;
  /**
   * When: header Date and Time of the first version that says it (see `sendingTime`, local to the venue), or the
   * xs:dateTime that the message gives, as an action's TimeStamp.
   */
  readonly at: string;
  readonly competitor: string | undefined;
  /** Number of the split, the run, the period or the medal. */
  readonly position: string | undefined;
  /** Time, score, mark or code. */
  readonly value: string | undefined;
  /** Rank when it was told. */
  readonly rank: string | undefined;
  /** What held before: codes of the former leaders, the former score, the former start. */
  readonly previous: string | undefined;
  /** Id of the message that says it so. */
  readonly message: string;
};

/** How a message changes the facts. */
export type FactChange =
  | { readonly kind: 'recorded'; readonly fact: OdfFact }
  /** The message says it otherwise than before; `keepsTime` where `at` of the fact as it was recorded stays. */
  | { readonly kind: 'corrected'; readonly fact: OdfFact; readonly keepsTime: boolean }
  /** Its ground is gone: a cancelled goal, a result that was taken back. */
  | { readonly kind: 'withdrawn'; readonly id: string };

/** What a document gives as reason for a fact. With `at` and `message` where these are not those of the present message. */
export type Ground = {
  /** Competitor and number: what tells it from other facts of its kind and subject. */
  readonly key: string;
  readonly kind: OdfFactKind;
  readonly competitor?: string | undefined;
  readonly position?: string | undefined;
  readonly value?: string | undefined;
  readonly rank?: string | undefined;
  readonly previous?: string | undefined;
  readonly at?: string | undefined;
  readonly message?: string | undefined;
};

/** Puts changes into effect, in place. */
export function applyChanges(facts: Map<string, OdfFact>, changes: readonly FactChange[]): void {
  for (const change of changes) {
    if (change.kind === 'withdrawn') facts.delete(change.id);
    else {
      const known = change.kind === 'corrected' && change.keepsTime ? facts.get(change.fact.id) : undefined;
      facts.set(change.fact.id, known === undefined ? change.fact : { ...change.fact, at: known.at });
    }
  }
}
