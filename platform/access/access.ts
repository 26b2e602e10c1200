import { problem, type Actor } from '@altis/kernel';
import { flawOf, includesRole, type PermissionDeclaration, type PermissionDeclarations } from './permission.ts';

/**
 * A rule on a thing's attributes (embargo, organisation, venue), asked only of actors who hold the permission:
 * `true`, or the reason of the refusal as a sentence for the reader.
 */
export type AttributeRule<Resource> = (actor: Actor, resource: Resource) => true | string;

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

/** What one system brings: its permissions, and its rules by permission. */
export type AccessSource = {
  readonly system: string;
  readonly permissions: PermissionDeclarations;
  readonly rules?: Readonly<Record<string, AttributeRule<never>>>;
};

export interface Access {
  /** Whether the actor may do this; with a resource, whether they may do it to that one. */
  may(actor: Actor, permission: string, resource?: unknown): boolean;
  /** As {@link Access.may}, with the reason of a refusal. Throws an Error for a permission that nobody declared. */
  decide(actor: Actor, permission: string, resource?: unknown): Decision;
  /** Throws UNAUTHENTICATED (signing in would help) or FORBIDDEN unless allowed. */
  require(actor: Actor, permission: string, resource?: unknown): void;
  /** Every permission the actor holds, sorted. */
  permissionsOf(actor: Actor): string[];
  /** Throws an Error that names the place when a permission was never declared; called for every route at start. */
  assertDeclared(permission: string, place: string): void;
}

/**
 * Decides from what the systems declared.
 * - A user holds what one of their roles holds; an API token narrows that to its grants.
 * - A system holds what it declares itself, and of the others what an operator holds: a fault in one room
 *   reaches neither accounts nor the audit.
 * - A role that is none of the standard ones holds what a visitor holds.
 *
 * @throws Error for a malformed or twice declared permission, or a rule on an undeclared one.
 */
export function createAccess(sources: readonly AccessSource[]): Access {
  const declared = gather(sources);

  function lookUp(permission: string): Declared {
    const found = declared.get(permission);
    if (found === undefined) throw new Error(`Permission "${permission}" is declared by no system.`);
    return found;
  }

  function decide(actor: Actor, permission: string, resource?: unknown): Decision {
    const entry = lookUp(permission);
    if (!holds(actor, permission, entry)) return refused(refusal(actor, permission, entry));
    if (entry.rule === undefined || resource === undefined) return { allowed: true };
    const verdict = entry.rule(actor, resource);
    return verdict === true ? { allowed: true } : refused(verdict);
  }

  return {
    decide,
    may: (actor, permission, resource) => decide(actor, permission, resource).allowed,
    require(actor, permission, resource) {
      const decision = decide(actor, permission, resource);
      if (decision.allowed) return;
      if (actor.kind === 'anonymous') throw problem('UNAUTHENTICATED', decision.reason, { remedy: 'Sign in.' });
      throw problem('FORBIDDEN', decision.reason, { details: { permission } });
    },
    permissionsOf: (actor) =>
      [...declared]
        .filter(([permission, entry]) => holds(actor, permission, entry))
        .map(([permission]) => permission)
        .sort(),
    assertDeclared(permission, place) {
      if (!declared.has(permission)) {
        throw new Error(`${place} asks for permission "${permission}", which no system declares.`);
      }
    },
  };
}

type Declared = PermissionDeclaration & {
  readonly system: string;
  readonly rule: ((actor: Actor, resource: unknown) => true | string) | undefined;
};

function gather(sources: readonly AccessSource[]): Map<string, Declared> {
  const declared = new Map<string, Declared>();
  for (const { system, permissions, rules = {} } of sources) {
    for (const [name, declaration] of Object.entries(permissions)) {
      const flaw = flawOf(name, declaration);
      if (flaw !== undefined) throw new Error(`System "${system}": permission ${flaw}.`);
      const other = declared.get(name);
      if (other !== undefined)
        throw new Error(`Permission "${name}" is declared by both "${other.system}" and "${system}".`);
      declared.set(name, { ...declaration, system, rule: rules[name] as Declared['rule'] });
    }
    const stray = Object.keys(rules).find((name) => !Object.hasOwn(permissions, name));
    if (stray !== undefined) throw new Error(`System "${system}" has a rule on "${stray}", which it does not declare.`);
  }
  return declared;
}

function holds(actor: Actor, permission: string, entry: Declared): boolean {
  const roleHolds = (held: string) => entry.roles.some((asked) => includesRole(held, asked));
  if (actor.kind === 'anonymous') return roleHolds('visitor');
  if (actor.kind === 'system') return actor.name === entry.system || roleHolds('operator');
  return isGranted(actor, permission) && ['visitor', ...actor.roles].some(roleHolds);
}

function isGranted(actor: Actor, permission: string): boolean {
  return actor.kind !== 'user' || actor.grants === undefined || actor.grants.includes(permission);
}

function refusal(actor: Actor, permission: string, entry: Declared): string {
  if (!isGranted(actor, permission)) return `This API token is not granted "${permission}".`;
  return `"${entry.description}" (${permission}) needs the role ${entry.roles.join(' or ')}.`;
}

function refused(reason: string): Decision {
  return { allowed: false, reason };
}
