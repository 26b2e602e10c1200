import type { UnitCompetitor, UnitDetail } from '../../contract/index.ts';
import { atVenue } from '../at-venue.ts';
import { context, eventStatus, genders } from './vocabulary.ts';

type Node = Readonly<Record<string, unknown>>;

/** A unit in terms of the IPTC Sport Schema, as JSON-LD 1.1: one graph of nodes. */
export function tellUnit(unit: UnitDetail): Node {
  return { '@context': context, '@graph': nodesOf([unit]) };
}

/** The units of an event in one graph. */
export function tellUnits(units: readonly UnitDetail[]): Node {
  return { '@context': context, '@graph': nodesOf(units) };
}

/** A node that several units speak of stands once. */
function nodesOf(units: readonly UnitDetail[]): Node[] {
  const nodes = new Map<unknown, Node>();
  for (const node of units.flatMap(nodesOfUnit)) nodes.set(node['@id'], node);
  return [...nodes.values()];
}

function nodesOfUnit(unit: UnitDetail): Node[] {
  const { competition, event, rsc, competitors } = unit;
  const phase = `${rsc.slice(0, 26)}--------`;
  return [
    { '@id': `odf:competition/${competition}`, '@type': 'sport:Competition', 'rdfs:label': competition },
    {
      '@id': `odf:event/${event}`,
      '@type': 'sport:Competition',
      'rdfs:label': labels(unit.eventName),
      'sport:parent': { '@id': `odf:competition/${competition}` },
      'sport:sport': { '@id': `odf:discipline/${unit.discipline}` },
      ...(genders[rsc.charAt(3)] !== undefined && { 'spfacet:gender': { '@id': genders[rsc.charAt(3)] } }),
    },
    {
      '@id': `odf:phase/${phase}`,
      '@type': 'sport:CompetitionPhase',
      'sport:phaseInCompetition': { '@id': `odf:event/${event}` },
    },
    eventNode(unit, phase),
    ...(unit.venue === null
      ? []
      : [{ '@id': `odf:venue/${unit.venue}`, '@type': 'sport:Site', 'rdfs:label': unit.venueName ?? unit.venue }]),
    ...competitors.flatMap((competitor) => competitorNodes(rsc, competitor)),
  ];
}

function eventNode(unit: UnitDetail, phase: string): Node {
  return {
    '@id': `odf:unit/${unit.rsc}`,
    '@type': 'sport:Event',
    'rdfs:label': labels(unit.name),
    'sport:eventInCompetitionPhase': { '@id': `odf:phase/${phase}` },
    'sport:eventStatus': { '@id': eventStatus(unit.resultStatus) },
    ...(unit.resultStatus !== null && { 'odf:resultStatus': unit.resultStatus }),
    ...(unit.day !== null && { 'odf:logicalDate': { '@value': unit.day, '@type': 'xsd:date' } }),
    ...(unit.startsAt !== null && {
      'sport:startDateTime': { '@value': atVenue(unit.startsAt, unit.offset), '@type': 'xsd:dateTime' },
    }),
    ...(unit.venue !== null && { 'sport:location': { '@id': `odf:venue/${unit.venue}` } }),
    'sport:participation': unit.competitors.map(({ code }) => ({ '@id': participationId(unit.rsc, code) })),
  };
}

function competitorNodes(rsc: string, competitor: UnitCompetitor): Node[] {
  const { code, kind, name, organisation, bib, startOrder, rank, isRankShared, result, diff, invalidMark } = competitor;
  const agent = `odf:${kind}/${code}`;
  const person = kind === 'athlete' ? competitor.athletes[0]?.name : undefined;
  return [
    {
      '@id': participationId(rsc, code),
      '@type': kind === 'athlete' ? 'sport:IndividualParticipation' : 'sport:TeamParticipation',
      'sport:participationBy': { '@id': agent },
      ...(bib !== null && { 'sport:uniformNumberEvent': bib }),
      ...(rank !== null && { 'sport:rank': rank }),
      ...(isRankShared && { 'odf:isRankShared': true }),
      ...(result !== null && { 'sport:score': result }),
      ...(diff !== null && { 'odf:diff': diff }),
      ...(invalidMark !== null && { 'odf:invalidMark': invalidMark }),
      ...(startOrder !== null && { 'odf:startOrder': startOrder }),
    },
    {
      '@id': agent,
      '@type': kind === 'athlete' ? 'sport:Athlete' : 'sport:Team',
      'rdfs:label': name,
      ...(kind === 'athlete' && organisation !== '' && { 'sport:nationality': organisation }),
      ...(kind === 'team' && organisation !== '' && { 'odf:organisation': organisation }),
      ...(person?.family && { 'odf:familyName': person.family }),
      ...(person?.given && { 'odf:givenName': person.given }),
    },
  ];
}

function participationId(rsc: string, code: string): string {
  return `odf:participation/${rsc}/${code}`;
}

function labels(name: Readonly<Record<string, string>>): Node[] {
  return Object.entries(name).map(([language, text]) => ({ '@value': text, '@language': language }));
}
