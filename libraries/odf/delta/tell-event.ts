import { parseDateTime } from '../times.ts';
import type { OdfCommunication } from '../views/communication.ts';
import type { OdfMedallists } from '../views/medals.ts';
import type { OdfRecords } from '../views/records.ts';

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
    readonly at: string | undefined;
  }[];
};

/** What a DT_COMMUNICATION says; nothing where it was withdrawn. */
export type CommunicationSaid = {
  readonly kind: 'communication';
  /** Document code and subcode: what tells one communication from another. */
  readonly key: string;
  readonly protests: readonly Announced[];
  readonly decisions: readonly Announced[];
};

type Announced = { readonly value: string | undefined; readonly at: string | undefined };

/** Reads the medals of a DT_MEDALLISTS. */
export function tellMedals(content: OdfMedallists | undefined): MedalsSaid {
  const medals = (content?.medals ?? []).flatMap(({ code: medal, competitors }) =>
    competitors.map(({ code: competitor }) => ({ competitor, medal })),
  );
  return { kind: 'medals', medals: medals.filter(({ competitor }) => competitor !== '') };
}

/** Reads the marks of a DT_RECORD. */
export function tellRecords(content: OdfRecords | undefined): RecordsSaid {
  const records = (content?.records ?? []).flatMap(({ code, types }) =>
    types.flatMap(({ type, marks }) =>
      marks.flatMap(({ isHistorical, isUnconfirmed, competitor, timeStamp: at }) => {
        const isNew = !isHistorical && !isUnconfirmed && competitor !== undefined && competitor.code !== '';
        return isNew ? [{ competitor: competitor.code, code, type, at }] : [];
      }),
    ),
  );
  return { kind: 'records', records };
}

/**
 * Reads the protests and decisions of a DT_COMMUNICATION that are about one subject; a protest with a time of decision is
 * decided, too.
 *
 * @param isAbout whether what names this unit, or none, is about the subject
 */
export function tellCommunication(
  key: string,
  content: OdfCommunication | undefined,
  isAbout: (unit: string | undefined) => boolean,
): CommunicationSaid {
  const published = time(content?.publishTime);
  const protests = (content?.protests ?? []).filter(({ unit }) => isAbout(unit));
  const decisions = (content?.decisions ?? []).filter(({ unit }) => isAbout(unit));
  return {
    kind: 'communication',
    key,
    protests: protests.map(({ status }) => ({ value: status === '' ? undefined : status, at: published })),
    decisions: [
      ...decisions.map(({ issuedTime }) => ({ value: undefined, at: time(issuedTime) ?? published })),
      ...protests.flatMap(({ status, decisionTime }) => {
        const at = time(decisionTime);
        return at === undefined ? [] : [{ value: status === '' ? undefined : status, at }];
      }),
    ],
  };
}

/** The units that a communication names. */
export function communicationUnits(content: OdfCommunication | undefined): string[] {
  const named = [...(content?.protests ?? []), ...(content?.decisions ?? [])];
  return [...new Set(named.flatMap(({ unit }) => unit ?? []))];
}

function time(written: string | undefined): string | undefined {
  return written !== undefined && parseDateTime(written).ok ? written : undefined;
}
