import { sendObject, type FastifyInstance } from '@altis/http';
import { problem } from '@altis/kernel';
import type { KeptMessage } from '../contract/index.ts';
import { findMessage } from '../store/find-messages.ts';
import type { ResultsRoom } from './intake/intake.ts';

/** What the log shows of a message at once. */
const shownBytes = 256 * 1024;

/** One message of the log with the beginning of its text. */
export async function readMessageText(
  { db, storage }: ResultsRoom,
  id: string,
): Promise<KeptMessage & { text: string; isWhole: boolean }> {
  const { kept, object } = await requireMessage(db, id);
  const stored = await storage.stat(object);
  const storedBytes = stored?.sizeBytes ?? 0;
  const chunks: Buffer[] = [];
  if (storedBytes > 0) {
    for await (const chunk of await storage.read(object, { start: 0, end: shownBytes - 1 }))
      chunks.push(chunk as Buffer);
  }
  const bytes = Buffer.concat(chunks);
  return { ...kept, text: decode(bytes), isWhole: bytes.byteLength === kept.sizeBytes };
}

/** `GET /api/results/messages/{id}/original.xml`: the bytes as they came; of a refused message, the first of them. */
export function mountMessageFile(app: FastifyInstance, { db, storage }: ResultsRoom): void {
  const config = { permission: 'results.message.read' };
  app.get<{ Params: { id: string } }>('/api/results/messages/:id/original.xml', { config }, async (request, reply) => {
    const { kept, object } = await requireMessage(db, request.params.id);
    const downloadName = `${kept.documentType || 'message'}-${kept.id}.xml`;
    return sendObject(request, reply, storage, object, { contentType: 'application/xml', downloadName });
  });
}

async function requireMessage(db: ResultsRoom['db'], id: string) {
  const found = await findMessage(db, id);
  if (found === undefined)
    throw problem('NOT_FOUND', `There is no message ${id.slice(0, 60)}.`, {
      remedy: 'The list of messages has the ids.',
    });
  return found;
}

/** ODF is UTF-8, or UTF-16 with a byte order mark; whatever else came shows what it has in common with UTF-8. */
function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
