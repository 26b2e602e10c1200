export { applyPatch, type Applied } from './apply-patch.ts';
export { diffJson, type DiffOptions } from './diff-json.ts';
export type { Json } from './json.ts';
export { Patch, type Operation } from './operation.ts';
