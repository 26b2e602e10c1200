import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';

/** What a system publishes: the only thing that another system imports from it. */
export type Published<Contract extends AnyContractRouter> = { readonly name: string; readonly contract: Contract };

/** A typed client of a published contract. Inputs and outputs are as JSON carries them, wherever the system runs. */
export type Client<Contract extends AnyContractRouter> = JsonifiedClient<ContractRouterClient<Contract>>;
