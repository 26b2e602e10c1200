import { ORPCError } from '@orpc/client';
import type { AnyContractRouter } from '@orpc/contract';
import { createRouterClient, type AnyRouter } from '@orpc/server';
import { callHeader, signCall } from './call-header.ts';
import type { CallContext } from './call-context.ts';
import { currentCall } from './call-scope.ts';
import type { Client, Published } from './client.ts';
import { enforceRule } from './enforce-rule.ts';
import { httpClient } from './http-client.ts';
import { Problem, problem, type ProblemCode } from './problem.ts';

/** Finds a system by its contract, in this process or in another; start order never matters. */
export interface Directory {
  /** Makes a system of this process reachable. */
  add(name: string, router: AnyRouter): void;
  /** Remembers why a system of this process did not start; calls to it are refused with that reason from then on. */
  fail(name: string, reason: string): void;
  /** A client for the contract. It carries actor, request id and deadline of the current call. */
  reach<Contract extends AnyContractRouter>(published: Published<Contract>): Client<Contract>;
}

export type DirectoryOptions = {
  /** Base URL of the process that runs a system, by the system's name. */
  readonly remote: ReadonlyMap<string, string>;
  /** Secret shared by the processes of one installation. */
  readonly callSecret: string;
  readonly may: CallContext['may'];
  /** How long to wait for another process when the call has no deadline of its own. */
  readonly timeoutMs?: number;
};

/** Makes the directory of one process. */
export function createDirectory({ remote, callSecret, may, timeoutMs = 30_000 }: DirectoryOptions): Directory {
  const local = new Map<string, unknown>();
  const failed = new Map<string, string>();

  const localClient = (name: string): unknown => {
    const client = local.get(name);
    if (client !== undefined) return client;
    const reason = failed.get(name);
    throw reason === undefined
      ? problem('UNAVAILABLE', `The system "${name}" is not running here.`, {
          remedy: `Start it with --systems …,${name}, or name the process that runs it with --remote ${name}=URL.`,
        })
      : problem('UNAVAILABLE', `The system "${name}" did not start: ${reason}`);
  };

  return {
    add: (name, router) =>
      void local.set(
        name,
        createRouterClient(router, {
          context: () => ({ call: currentCall(), may }),
          interceptors: [enforceRule],
        }),
      ),
    fail: (name, reason) => {
      local.delete(name);
      failed.set(name, reason);
    },
    reach<Contract extends AnyContractRouter>(published: Published<Contract>): Client<Contract> {
      const { name } = published;
      const url = remote.get(name);
      if (url !== undefined) return remoteClient(published, url);
      // The router behind the name implements this contract: apps/server registers each system under its own name.
      return onFirstUse(() => localClient(name)) as Client<Contract>;
    },
  };

  function remoteClient<Contract extends AnyContractRouter>(
    published: Published<Contract>,
    url: string,
  ): Client<Contract> {
    return httpClient(published, {
      url,
      headers: () => ({ [callHeader]: signCall(currentCall(), callSecret) }),
      fetch: (request, init) => callOtherProcess(published.name, request, init),
    });
  }

  async function callOtherProcess(name: string, request: Request, init: RequestInit): Promise<Response> {
    const { deadlineMs } = currentCall();
    const waitMs = deadlineMs === undefined ? timeoutMs : Math.max(1, deadlineMs - Date.now());
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(waitMs)]);
    try {
      return await fetch(request, { ...init, signal });
    } catch (cause) {
      if (request.signal.aborted) throw cause;
      throw problem('UNAVAILABLE', `The system "${name}" could not be reached in its own process.`, { cause });
    }
  }
}

/** Looks the client up when it is first used, so that systems may ask for each other before all have started. */
function onFirstUse(find: () => unknown): unknown {
  return new Proxy({}, { get: (_target, key): unknown => Reflect.get(find() as object, key) });
}

/** Whether a call was refused with the given code, be it by a typed error of the contract or by a problem. */
export function failedWith(thrown: unknown, code: ProblemCode): boolean {
  return (thrown instanceof ORPCError || thrown instanceof Error) && Reflect.get(thrown, 'code') === code;
}

/** The problem behind an error in which a call within this process ended; the error itself where there is none. */
export function problemBehind(thrown: unknown): unknown {
  return thrown instanceof ORPCError && thrown.cause instanceof Problem ? thrown.cause : thrown;
}
