/** A name as it is written, in Latin letters and where it has one in its own script. */
type Named = {
  readonly givenName: string;
  readonly familyName: string;
  readonly localGivenName?: string;
  readonly localFamilyName?: string;
};

/** The names of a person for every purpose, as attributes of an ODF Participant. */
export function personNames(person: Named): Record<string, string | undefined> {
  const { givenName, familyName, localFamilyName, localGivenName } = person;
  const capitals = familyName.toLocaleUpperCase('en');
  const initial = givenName.slice(0, 1);
  return {
    GivenName: givenName,
    FamilyName: familyName,
    PrintName: `${capitals} ${givenName}`,
    PrintInitialName: `${capitals} ${initial}`,
    TVName: `${givenName} ${capitals}`,
    TVInitialName: `${initial}. ${capitals}`,
    TVFamilyName: capitals,
    LocalFamilyName: localFamilyName,
    LocalGivenName: localGivenName,
  };
}
