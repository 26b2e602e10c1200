import { Anchor, Breadcrumbs, Group, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { PageLink } from './page-link.tsx';
import styles from './page.module.css';

export type Crumb = { readonly label: string; readonly to: string };

/**
 * The frame of every page: title (also of the browser's tab), the way here, actions.
 * `width="reading"` for forms and text, `"wide"` (default) for lists and desks that use the whole screen.
 */
export function Page(props: {
  title: string;
  description?: ReactNode;
  /** Pages above this one, outermost first. */
  breadcrumbs?: readonly Crumb[];
  actions?: ReactNode;
  /** Beside the title: a status, a time. */
  aside?: ReactNode;
  width?: 'reading' | 'wide';
  children: ReactNode;
}): ReactNode {
  useEffect(() => {
    document.title = `${props.title} · Altis`;
  }, [props.title]);

  return (
    <div className={styles['page']} data-width={props.width ?? 'wide'}>
      <header className={styles['head']}>
        <div className={styles['heading']}>
          {props.breadcrumbs && props.breadcrumbs.length > 0 && (
            <Breadcrumbs separator="/" separatorMargin={6} className={styles['crumbs'] ?? ''}>
              {props.breadcrumbs.map(({ label, to }) => (
                <Anchor key={to} component={PageLink} to={to} size="sm">
                  {label}
                </Anchor>
              ))}
            </Breadcrumbs>
          )}
          <Group gap="sm" align="center">
            <Title order={1} className={styles['title'] ?? ''}>
              {props.title}
            </Title>
            {props.aside}
          </Group>
          {props.description !== undefined && (
            <Text c="dimmed" maw="70ch" component="div">
              {props.description}
            </Text>
          )}
        </div>
        {props.actions !== undefined && (
          <Group gap="xs" className={styles['actions'] ?? ''}>
            {props.actions}
          </Group>
        )}
      </header>
      {props.children}
    </div>
  );
}
