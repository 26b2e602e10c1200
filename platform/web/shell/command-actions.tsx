import { createContext, use, useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { PageIcon } from './define-pages.ts';

/** Something that the page on the screen offers in the command palette. */
export type CommandAction = {
  readonly label: string;
  readonly description?: string;
  readonly icon?: PageIcon;
  readonly run: () => void;
};

type Registry = {
  readonly actions: ReadonlyMap<string, readonly CommandAction[]>;
  readonly set: (owner: string, actions: readonly CommandAction[] | undefined) => void;
};

const RegistryContext = createContext<Registry>({ actions: new Map(), set: () => undefined });

/** Keeps the actions that pages offer; the frame wraps everything in it. */
export function CommandActionsProvider(props: { children: ReactNode }): ReactNode {
  const [actions, setActions] = useState<Registry['actions']>(new Map());
  const registry = useMemo(
    () => ({
      actions,
      set: (owner: string, own: readonly CommandAction[] | undefined) =>
        setActions((before) => {
          const after = new Map(before);
          if (own) after.set(owner, own);
          else after.delete(owner);
          return after;
        }),
    }),
    [actions],
  );
  return <RegistryContext value={registry}>{props.children}</RegistryContext>;
}

/** Offers actions in the command palette while the calling page is shown. */
export function useCommandActions(actions: readonly CommandAction[]): void {
  const owner = useId();
  const { set } = use(RegistryContext);
  const register = useEffectEvent(() =>
    set(
      owner,
      actions.map((action, place) => ({ ...action, run: () => runAt(place) })),
    ),
  );
  const runAt = useEffectEvent((place: number) => actions[place]?.run());
  const leave = useEffectEvent(() => set(owner, undefined));
  // Only the words decide whether the list is another one; what an action does is looked up when it runs.
  const words = actions.map(({ label, description }) => `${label}\n${description ?? ''}`).join('\n');
  useEffect(() => {
    register();
    return () => leave();
  }, [words]);
}

/** All actions offered at this moment. */
export function useOfferedActions(): readonly CommandAction[] {
  return [...use(RegistryContext).actions.values()].flat();
}
