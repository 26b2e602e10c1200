import { useNavigate } from '@tanstack/react-router';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';

/**
 * A link to another page without loading the document anew: `<Anchor component={PageLink} to="/results">`.
 * `to` is a path of this site with its parameters filled in; it may carry `?query` and `#hash`.
 */
export function PageLink({
  to,
  onClick,
  children,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { to: string }): ReactNode {
  const navigate = useNavigate();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const isForBrowser = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || isForBrowser || (rest.target !== undefined && rest.target !== '_self')) return;
    event.preventDefault();
    void navigate({ href: to });
  };
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  );
}
