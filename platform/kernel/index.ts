export { type CallContext } from './call-context.ts';
export { enforceRule, ruleOf } from './enforce-rule.ts';
export { anonymous, describeActor, type Actor } from './actor.ts';
export { callHeader, signCall, verifyCall } from './call-header.ts';
export { asSystem, currentCall, withCall, type CallScope } from './call-scope.ts';
export { systemClock, type Clock } from './clock.ts';
export { createDirectory, failedWith, problemBehind, type Directory, type DirectoryOptions } from './directory.ts';
export type { Client, Published } from './client.ts';
export { httpClient, type HttpClientOptions } from './http-client.ts';
export { isId, newId, type Id } from './id.ts';
export { silentLog, type Log } from './log.ts';
export {
  errorCodeOf,
  messageOf,
  Problem,
  problem,
  problemStatus,
  type ProblemCode,
  type ProblemOptions,
} from './problem.ts';
