import type { PermissionDeclarations } from '@altis/access';
import type { ConfigSection } from '@altis/config';
import type { Migrations } from '@altis/database';
import type { Subscription } from '@altis/events';
import type { FastifyInstance, SystemRouter } from '@altis/http';
import type { Job } from '@altis/jobs';
import type { Published } from '@altis/kernel';
import type { AnyContractRouter } from '@orpc/contract';
import type { Room } from './room.ts';

/**
 * A system of the Games: what it publishes, what it keeps, what it does. Everything is a function of its room, so that a
 * system holds no state of its own outside of it, and can run in any process.
 */
export type SystemDefinition<Tables> = {
  /** The published contract; its name is the system's name, its folder, its URL and its database schema. */
  readonly published: Published<AnyContractRouter>;
  readonly permissions: PermissionDeclarations;
  readonly settings?: ConfigSection;
  /** Of the system's own schema, in order; each runs once. */
  readonly migrations: Migrations;
  /** Handlers of the contract: `implementContract(contract).router({ … })`. */
  readonly routes: (room: Room<Tables>) => SystemRouter;
  /** Routes that do not fit a contract: streams, media, formats of others. Each names its permission. */
  readonly rawRoutes?: (app: FastifyInstance, room: Room<Tables>) => void;
  readonly jobs?: (room: Room<Tables>) => readonly Job[];
  readonly subscriptions?: (room: Room<Tables>) => readonly Subscription<Tables>[];
  /** Begins what runs by itself, such as a watched folder; returns the way to end it. */
  readonly start?: (room: Room<Tables>) => Promise<() => Promise<void>>;
};

/** A definition as the server holds it, whatever its tables. */
export type System = SystemDefinition<never>;

/** Declares a system: `export const results = defineSystem<Tables>({ published: results, … })`. */
export function defineSystem<Tables>(definition: SystemDefinition<Tables>): System {
  // Tables only say what the room's database holds; the server passes the room through untouched.
  return definition as unknown as System;
}
