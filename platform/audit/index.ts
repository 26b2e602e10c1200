export { openAudit, type Audit } from './audit.ts';
export type { NewEntry } from './record-entry.ts';
export { auditRoutes, type NamesOf } from './routes.ts';
export type { ChainHead, ChainVerdict } from './verify-chain.ts';
