import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';

/** Serves `/api/openapi.json`: OpenAPI 3.1 of every contract. It is made on the first request and kept. */
export function mountOpenApi(app: FastifyInstance, contracts: ReadonlyMap<string, AnyContractRouter>): void {
  let document: Promise<unknown> | undefined;
  app.get('/api/openapi.json', { config: { permission: 'platform.systems.read' } }, async () => {
    document ??= describe(contracts);
    return document;
  });
}

async function describe(contracts: ReadonlyMap<string, AnyContractRouter>): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const paths: Record<string, unknown> = {};
  for (const [name, contract] of contracts) {
    const document = await generator.generate(contract, { info: { title: name, version: '1' } });
    for (const [path, item] of Object.entries(document.paths ?? {})) paths[`/api/${name}${path}`] = item;
  }
  return { openapi: '3.1.1', info: { title: 'Altis', version: '1' }, paths };
}
