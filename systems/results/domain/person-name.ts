import type { OdfAthlete, OdfParticipant } from '@altis/odf';
import type { PersonName } from '../contract/index.ts';

/** The names that the register of participants has for a person. */
export function nameInRegister(person: OdfParticipant): PersonName {
  const { givenName: given, familyName: family } = person;
  const local = [person.localFamilyName, person.localGivenName].filter((part) => part !== undefined).join(' ');
  const plain = plainName(family === '' ? undefined : family, given, person.code);
  return {
    ...plain,
    print: person.printName === '' ? plain.print : person.printName,
    tv: person.tvName === '' ? plain.tv : person.tvName,
    local: local === '' ? null : local,
  };
}

/** The names as far as a message about a unit has them. */
export function nameInMessage({
  familyName,
  givenName,
  code,
}: Pick<OdfAthlete, 'familyName' | 'givenName' | 'code'>): PersonName {
  return plainName(familyName, givenName, code);
}

function plainName(family: string | undefined, given: string | undefined, code: string): PersonName {
  const capitals = family?.toUpperCase();
  return {
    print: [capitals, given].filter((part) => part !== undefined).join(' ') || code,
    tv: [given, capitals].filter((part) => part !== undefined).join(' ') || code,
    family: family ?? null,
    given: given ?? null,
    local: null,
  };
}
