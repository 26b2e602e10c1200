import type { CommunicationSaid } from './tell-event.ts';
import type { Telling } from './telling.ts';

/**
 * What versions of a communication leave unsaid: whoever another version named has nothing filed or decided by those that
 * do not. So what is moved to another unit, or withdrawn, is told no more, in whatever order the versions come.
 *
 * @param tellings all that is known of the keys in question; of other strands nothing follows
 */
export function missingTellings(tellings: readonly Telling[]): Telling[] {
  const byKey = Map.groupBy(tellings.filter(isOfCommunication), ({ versionKey }) => versionKey);
  return [...byKey.values()].flatMap((ofKey) => {
    const subjects = [...new Set(ofKey.map(({ subject }) => subject))];
    const versions = Map.groupBy(ofKey, ({ version }) => version);
    return [...versions.values()].flatMap((same) => {
      const named = new Set(same.map(({ subject }) => subject));
      return subjects
        .filter((subject) => !named.has(subject))
        .flatMap((subject) => same.slice(0, 1).map(silentOn(subject)));
    });
  });
}

type CommunicationTelling = Telling & { readonly said: CommunicationSaid };

function isOfCommunication(telling: Telling): telling is CommunicationTelling {
  return telling.said.kind === 'communication';
}

function silentOn(subject: string): (telling: CommunicationTelling) => Telling {
  return (telling) => ({ ...telling, subject, said: { ...telling.said, protests: [], decisions: [] } });
}
