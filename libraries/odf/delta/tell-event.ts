import { child, children, dateTime, required, text } from '../views/place.ts';
import type { Place } from '../views/place.ts';

/** What a DT_MEDALLISTS says: who won which medal. */
export type MedalsSaid = {
  readonly kind: 'medals';
  readonly medals: readonly { readonly competitor: string; readonly medal: string }[];
};

/** What a DT_RECORD says: records that were set or equalled, as far as they are no history. */
export type RecordsSaid = {
  readonly kind: 'records';
  readonly records: readonly {
    readonly competitor: string;
    readonly code: string;
    readonly type: string;
    readonly result: string | undefined;
    readonly at: string | undefined;
  }[];
};

/** What a DT_COMMUNICATION says; neither a protest nor a decision where it is a mere notice or was withdrawn. */
export type CommunicationSaid = {
  readonly kind: 'communication';
  readonly protest: { readonly status: string; readonly at: string | undefined } | undefined;
  readonly decision: { readonly value: string | undefined; readonly at: string | undefined } | undefined;
};

/** Reads `Medal` of a DT_MEDALLISTS. */
export function tellMedals(competition: Place | undefined): MedalsSaid {
  const medals = children(competition, 'Medal').flatMap((medal) =>
    children(medal, 'Competitor').map((each) => ({
      competitor: required(each, 'Code'),
      medal: required(medal, 'Code'),
    })),
  );
  return { kind: 'medals', medals: medals.filter(({ competitor }) => competitor !== '') };
}

/** Reads `Record` of a DT_RECORD. */
export function tellRecords(competition: Place | undefined): RecordsSaid {
  const records = children(competition, 'Record').flatMap((record) =>
    children(record, 'RecordType').flatMap((type) =>
      children(type, 'RecordData').flatMap((data) => {
        const competitor = text(child(data, 'Competitor'), 'Code');
        const isNew = text(data, 'Historical') !== 'Y' && text(data, 'Unconfirmed') !== 'Y';
        if (!isNew || competitor === undefined) return [];
        const [result, at] = [text(data, 'Result'), dateTime(data, 'TimeStamp')];
        return [{ competitor, code: required(record, 'Code'), type: required(type, 'RecordType'), result, at }];
      }),
    ),
  );
  return { kind: 'records', records };
}

/** Reads the `Communication` of a DT_COMMUNICATION. */
export function tellCommunication(competition: Place | undefined): CommunicationSaid {
  const communication = child(competition, 'Communication');
  const published = communication && dateTime(communication, 'PublishTime');
  const [protest, decision] = [child(communication, 'Protest'), child(communication, 'Decision')];
  const decidedAt = protest && dateTime(protest, 'DecisionTime');
  const isDecided = decision !== undefined || decidedAt !== undefined;
  return {
    kind: 'communication',
    protest: protest && { status: text(protest, 'Status') ?? '', at: published },
    decision: isDecided
      ? { value: text(protest, 'Status'), at: decidedAt ?? (decision && dateTime(decision, 'IssuedTime')) ?? published }
      : undefined,
  };
}

/** The unit that a communication names, where its document is about a whole discipline. */
export function communicationUnit(competition: Place | undefined): string | undefined {
  const communication = child(competition, 'Communication');
  return text(child(communication, 'Protest'), 'Unit') ?? text(child(communication, 'Decision'), 'Unit');
}
