// Writes docs/access.md anew: node tests/access/write-table.ts
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessDocument } from './access-document.ts';
import { collectRoutes } from './collect-routes.ts';

await writeFile(join(import.meta.dirname, '../../docs/access.md'), accessDocument(await collectRoutes()));
