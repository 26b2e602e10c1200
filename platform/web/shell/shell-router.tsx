import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import type { AnyRouter } from '@tanstack/react-router';
import type { SystemPages } from './define-pages.ts';
import { ErrorPage } from './error-page.tsx';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { gatedPage } from './page-gate.tsx';
import { shellRoutes } from './shell-pages.ts';

/** All pages of the shell and of the systems inside one frame. Throws when two systems claim one path. */
export function createShellRouter(systems: readonly SystemPages[]): AnyRouter {
  const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });
  const routes = [
    ...shellRoutes.map((route) => ({ path: route.path, component: gatedPage(route) })),
    ...systems.flatMap((pages) =>
      pages.routes.map((route) => ({ path: route.path, component: gatedPage(route, pages) })),
    ),
  ];
  const paths = routes.map(({ path }) => path);
  const double = paths.find((path, place) => paths.indexOf(path) !== place);
  if (double !== undefined) throw new Error(`Two systems have a page at "${double}".`);
  return createRouter({
    routeTree: root.addChildren(
      routes.map(({ path, component }) => createRoute({ getParentRoute: () => root, path, component })),
    ),
    defaultErrorComponent: ErrorPage,
    scrollRestoration: true,
    // Parameters are texts as they stand: the router would read `q="gold"` or `athlete=0123` as JSON.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text === '' ? '' : `?${text}`;
    },
  });
}
