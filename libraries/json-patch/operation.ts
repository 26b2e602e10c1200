import * as z from 'zod';
import type { Json } from './json.ts';

/** One step of a patch (RFC 6902, clause 4); paths are JSON Pointers (RFC 6901). */
export type Operation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly from: string; readonly path: string };

const pointer = z.string().regex(/^(\/([^~/]|~[01])*)*$/, 'A JSON Pointer is empty or begins with "/".');

/** A patch as it comes from elsewhere. Members that RFC 6902 does not name are left out. */
export const Patch: z.ZodType<readonly Operation[]> = z.array(
  z.discriminatedUnion('op', [
    z.object({ op: z.enum(['add', 'replace', 'test']), path: pointer, value: z.json() }),
    z.object({ op: z.literal('remove'), path: pointer }),
    z.object({ op: z.enum(['move', 'copy']), from: pointer, path: pointer }),
  ]),
);

/** The steps of a JSON Pointer (RFC 6901, clause 4): `/a~1b/0` → `['a/b', '0']`. */
export function stepsOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The JSON Pointer one step further (RFC 6901, clause 3). */
export function stepInto(path: string, step: string | number): string {
  return `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
