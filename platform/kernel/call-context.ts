import type { Actor } from './actor.ts';
import type { CallScope } from './call-scope.ts';

/** What a route's handler knows about the call it answers. */
export type CallContext = {
  readonly call: CallScope;
  readonly may: (actor: Actor, permission: string) => boolean;
};
