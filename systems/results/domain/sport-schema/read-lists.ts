import { parseRsc, rscLevel } from '@altis/odf';
import { athleteCode } from '../made-codes.ts';
import type { RaceEntrant, RaceList } from '../race-list.ts';
import { splitName } from '../tables/split-name.ts';
import { idOf, readGraph, termOf, textOf, valuesOf, type GraphNode } from './graph.ts';

/** The lists of a document, or why it has none. */
export type SportSchemaReading =
  | { readonly ok: true; readonly lists: readonly RaceList[] }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

/**
 * Reads the start lists and results of single athletes in a document of the IPTC Sport Schema, one list for each
 * `sport:Event` whose id ends with the RSC of a unit. `competition` is that of the installation, if it has one.
 */
export function readLists(document: unknown, competition: string | undefined): SportSchemaReading {
  const graph = readGraph(document);
  if (!graph.ok) return graph;
  const events = [...graph.nodes.values()].filter(({ types }) => types.includes(termOf('sport:Event')));
  const lists: RaceList[] = [];
  for (const event of events) {
    const unit = lastPart(event.id);
    const rsc = parseRsc(unit);
    if (!rsc.ok || rscLevel(rsc.value) !== 'unit') {
      return refused(
        `The event "${event.id.slice(0, 200)}" does not end with the RSC of a unit.`,
        'Name it …/RUNO10KM--------------FNL-000100--.',
      );
    }
    const list = listOf(event, unit, graph.nodes, competition);
    if (typeof list === 'string')
      return refused(list, 'See https://sportschema.org for events and their participations.');
    lists.push(list);
  }
  return lists.length > 0
    ? { ok: true, lists }
    : refused('The document has no sport:Event.', 'Send one with at least one event.');
}

type Nodes = ReadonlyMap<string, GraphNode>;

function listOf(event: GraphNode, unit: string, nodes: Nodes, installed: string | undefined): RaceList | string {
  const startsAt = textOf(event, 'sport:startDateTime');
  if (startsAt === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(startsAt))
    return `The event ${unit} has no sport:startDateTime.`;
  const whole = competitionOf(event, nodes);
  const competition = installed ?? lastPart(whole.top ?? '');
  if (competition === '') return `The event ${unit} is in no sport:Competition.`;
  const entrants = valuesOf(event, 'sport:participation').flatMap((value, at) =>
    entrantOf(nodes.get(idOf(value) ?? ''), nodes, at),
  );
  if (entrants.length === 0) return `The event ${unit} has no participation of an athlete with a name.`;
  const status = statusOf(event, entrants);
  const site = nodes.get(idOf(valuesOf(event, 'sport:location')[0]) ?? '');
  const name = whole.name ?? textOf(event, 'rdfs:label') ?? '';
  const organisations = [...new Set(entrants.map(({ organisation }) => organisation))];
  return {
    kind: status === 'START_LIST' ? 'start-list' : 'results',
    status,
    day: textOf(event, 'odf:logicalDate') ?? startsAt.slice(0, 10),
    place:
      site === undefined
        ? null
        : { code: lastPart(site.id).slice(0, 20), name: textOf(site, 'rdfs:label') ?? lastPart(site.id) },
    discipline: { code: unit.slice(0, 3), name: null },
    event: { rsc: `${unit.slice(0, 22)}${'-'.repeat(12)}`, name },
    units: [
      {
        rsc: unit,
        name,
        startsAt,
        entrants: entrants.toSorted((left, right) => (left.rank ?? Infinity) - (right.rank ?? Infinity) || 0),
      },
    ],
    competition: { code: competition, name: null },
    organisations: organisations.map((code) => ({ code, name: '', isNew: false })),
  };
}

/** Up from the event: the competition that it is in, with its name, and the uppermost one. */
function competitionOf(event: GraphNode, nodes: Nodes): { name: string | null; top: string | undefined } {
  const phase = nodes.get(idOf(valuesOf(event, 'sport:eventInCompetitionPhase')[0]) ?? '');
  const [of] = [...valuesOf(event, 'sport:eventInCompetition'), ...valuesOf(phase, 'sport:phaseInCompetition')];
  let top = nodes.get(idOf(of) ?? '');
  const name = textOf(top, 'rdfs:label');
  for (let steps = 0; steps < 10; steps += 1) {
    const parent = nodes.get(idOf(valuesOf(top, 'sport:parent')[0]) ?? '');
    if (parent === undefined) break;
    top = parent;
  }
  return { name, top: top?.id };
}

function entrantOf(participation: GraphNode | undefined, nodes: Nodes, at: number): RaceEntrant[] {
  const athlete = nodes.get(idOf(valuesOf(participation, 'sport:participationBy')[0]) ?? '');
  const label = textOf(athlete, 'rdfs:label');
  if (participation === undefined || athlete === undefined || label === null) return [];
  if (athlete.types.includes(termOf('sport:Team'))) return [];
  const name = { ...splitName(label), ...told(athlete) };
  const organisation = textOf(athlete, 'sport:nationality') ?? 'IND';
  const id = lastPart(athlete.id);
  const rank = Number(textOf(participation, 'sport:rank') ?? 'none');
  const mark =
    (['DNS', 'DNF', 'DSQ'] as const).find((each) => each === textOf(participation, 'odf:invalidMark')) ?? null;
  const order = Number(textOf(participation, 'odf:startOrder') ?? 'none');
  const isCode = /^[1-9A-Z][A-Z0-9]{0,19}$/.test(id);
  return [
    {
      code: isCode ? id : athleteCode({ ...name, organisation, birth: null }, 1),
      bib: textOf(participation, 'sport:uniformNumberEvent'),
      startOrder: Number.isInteger(order) && order > 0 ? order : at + 1,
      ...name,
      organisation,
      nation: null,
      gender: 'X',
      birthDate: null,
      result: textOf(participation, 'sport:score'),
      diff: textOf(participation, 'odf:diff'),
      rank: Number.isInteger(rank) && rank > 0 ? rank : null,
      isRankShared: valuesOf(participation, 'odf:isRankShared').includes(true),
      mark,
    },
  ];
}

function told(athlete: GraphNode): { family?: string; given?: string } {
  const [family, given] = [textOf(athlete, 'odf:familyName'), textOf(athlete, 'odf:givenName')];
  return { ...(family !== null && { family }), ...(given !== null && { given }) };
}

function statusOf(event: GraphNode, entrants: readonly RaceEntrant[]): RaceList['status'] {
  const said = textOf(event, 'odf:resultStatus');
  const known = (['START_LIST', 'UNOFFICIAL', 'OFFICIAL'] as const).find((each) => each === said);
  if (known !== undefined) return known;
  const isOpen = entrants.every(({ rank, result, mark }) => rank === null && result === null && mark === null);
  if (isOpen) return 'START_LIST';
  return idOf(valuesOf(event, 'sport:eventStatus')[0])?.endsWith('post-event') === true ? 'OFFICIAL' : 'UNOFFICIAL';
}

function lastPart(id: string): string {
  return id.split(/[/#:]/).at(-1) ?? '';
}

function refused(message: string, remedy: string): SportSchemaReading {
  return { ok: false, message, remedy };
}
