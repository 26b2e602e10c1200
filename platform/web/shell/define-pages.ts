import type { ComponentType, FunctionComponent } from 'react';
import type { LazyMessages } from '../language/lazy-messages.ts';

/** Icons of `@tabler/icons-react/dist/esm/icons/Icon….mjs`, or any drawing that takes these. */
export type PageIcon = FunctionComponent<{ size?: number; stroke?: number }>;

/** One entry of the side navigation and of the command palette. */
export type NavigationItem<Key extends string = string> = {
  /** A path without parameters, such as `/results`. */
  readonly path: string;
  readonly label: Key;
  readonly icon: PageIcon;
  /** Hidden from people who lack it. */
  readonly permission?: string;
};

export type PageRoute = {
  /** TanStack Router's notation, beginning with the system's name or `root`: `/results/units/$rsc`. */
  readonly path: string;
  /** Loaded when the page is first opened: `() => import('./unit-page.tsx').then((module) => module.UnitPage)`. */
  readonly component: () => Promise<ComponentType>;
  /** Without it the page asks to sign in, or says that it is not for this person. */
  readonly permission?: string;
};

/** What a system shows in the browser. */
export type SystemPages<Key extends string = string> = {
  /** The system's name, as in its contract. */
  readonly system: string;
  /** First part of its pages' paths where that is not its name: `archive`. */
  readonly root?: string;
  readonly title: Key;
  /** One sentence for the page that lists all systems. */
  readonly description?: Key;
  readonly navigation: readonly NavigationItem<Key>[];
  readonly routes: readonly PageRoute[];
  readonly messages: LazyMessages<Key>;
};

/**
 * Declares the pages of a system; `systems/<name>/pages/index.ts` exports the result as `pages` and
 * `apps/web/systems.ts` lists it. Throws when two routes have one path or a path lies outside the system's own.
 */
export function definePages<Key extends string>(pages: SystemPages<Key>): SystemPages {
  const paths = pages.routes.map((route) => route.path);
  const root = `/${pages.root ?? pages.system}`;
  for (const path of paths) {
    if (path !== root && !path.startsWith(`${root}/`)) {
      throw new Error(`The page "${path}" of the system "${pages.system}" must begin with "${root}".`);
    }
    if (paths.indexOf(path) !== paths.lastIndexOf(path)) throw new Error(`Two pages have the path "${path}".`);
  }
  return pages;
}
