import { useParams } from '@tanstack/react-router';

/** One parameter of the page's path: `usePathParameter('rsc')` on `/results/units/$rsc`. Throws when the path has none. */
export function usePathParameter(name: string): string {
  const value: unknown = Reflect.get(useParams({ strict: false }), name);
  if (typeof value !== 'string') throw new Error(`The path of this page has no parameter "$${name}".`);
  return value;
}
