import { announce } from '@altis/events';
import type { Transaction } from '@altis/database';
import type { EntryFacts } from '../../domain/entry-facts.ts';
import { foundParticipant, foundTeam } from '../../domain/found-document.ts';
import { knownParticipant, knownTeam } from '../../domain/known-register.ts';
import type { LocalNameFacts } from '../../domain/local-name.ts';
import { findFormerAffiliations } from '../../store/affiliations.ts';
import { findStatedParticipants, findStatedTeams, listClaimsOnMembers } from '../../store/claims.ts';
import { putFound, removeFound } from '../../store/found.ts';
import { deleteFromRegister, findPlacesOf, writeParticipants, writeTeams } from '../../store/register.ts';
import type { ResultsTables } from '../../store/tables.ts';
import { projectPlaces } from './project-places.ts';

type Trx = Transaction<ResultsTables>;

const batchSize = 1000;

/**
 * Brings people and teams up to date with everything that lists say of them, and lets them be found by it. A code may be of
 * either.
 */
export async function projectRegister(trx: Trx, codes: readonly string[]): Promise<void> {
  const organisations = new Set<string>();
  const disciplines = new Set<string>();
  const distinct = [...new Set(codes)].sort();
  for (let start = 0; start < distinct.length; start += batchSize) {
    const batch = distinct.slice(start, start + batchSize);
    const claims = {
      names: byMember(await listClaimsOnMembers<LocalNameFacts>(trx, 'name', batch)),
      entries: byMember(await listClaimsOnMembers<EntryFacts>(trx, 'entry', batch)),
    };
    // Where they were before, too: nobody may be left there.
    const before = await findPlacesOf(trx, batch);
    await projectParticipants(trx, batch, claims);
    await projectTeams(trx, batch, claims);
    const after = await findPlacesOf(trx, batch);
    for (const code of [...before.organisations, ...after.organisations]) organisations.add(code);
    for (const code of [...before.disciplines, ...after.disciplines]) disciplines.add(code);
  }
  await projectPlaces(trx, 'organisation', [...organisations]);
  await projectPlaces(trx, 'discipline', [...disciplines]);
  await announce(trx, 'results.register');
}

type Claims = {
  readonly names: ReadonlyMap<string, readonly LocalNameFacts[]>;
  readonly entries: ReadonlyMap<string, readonly EntryFacts[]>;
};

async function projectParticipants(trx: Trx, codes: readonly string[], claims: Claims): Promise<void> {
  const stated = await findStatedParticipants(trx, codes);
  const known = [...stated.values()].map((facts) =>
    knownParticipant(facts, claims.names.get(facts.code) ?? [], claims.entries.get(facts.code) ?? []),
  );
  await writeParticipants(trx, known);
  const gone = codes.filter((code) => !stated.has(code));
  await deleteFromRegister(trx, 'participant', gone);
  await removeFound(trx, ['athlete', 'official'], gone);

  const affiliations = known.map(({ code, organisation, name }) => ({ code, organisation, name: name.print }));
  const former = await findFormerAffiliations(trx, 'participant', affiliations);
  await putFound(
    trx,
    known.map((each) => foundParticipant(each, former.get(each.code)?.names ?? [])),
  );
}

async function projectTeams(trx: Trx, codes: readonly string[], claims: Claims): Promise<void> {
  const stated = await findStatedTeams(trx, codes);
  const known = [...stated.values()].map((facts) =>
    knownTeam(facts, claims.names.get(facts.code) ?? [], claims.entries.get(facts.code) ?? []),
  );
  await writeTeams(trx, known);
  const gone = codes.filter((code) => !stated.has(code));
  await deleteFromRegister(trx, 'team', gone);
  await removeFound(trx, ['team'], gone);

  const former = await findFormerAffiliations(trx, 'team', known);
  await putFound(
    trx,
    known.map((each) => foundTeam(each, former.get(each.code)?.names ?? [])),
  );
}

/** Claims by everyone that they name, in their order. */
function byMember<Facts extends LocalNameFacts | EntryFacts>(
  claims: readonly { readonly facts: Facts }[],
): Map<string, Facts[]> {
  const found = new Map<string, Facts[]>();
  for (const { facts } of claims) {
    for (const { code } of facts.members) found.set(code, [...(found.get(code) ?? []), facts]);
  }
  return found;
}
