import type { ReactNode } from 'react';
import styles from './item-page.module.css';

export type Fact = { readonly name: string; readonly value: ReactNode };

/** Facts under a heading; those without a value are left out, and the heading where none has one. */
export function FactList({ title, facts }: { title: string; facts: readonly Fact[] }): ReactNode {
  const known = facts.filter(({ value }) => value !== null && value !== '' && value !== false);
  if (known.length === 0) return null;
  return (
    <section className={styles['panel']}>
      <h2>{title}</h2>
      <dl className={styles['list']}>
        {known.map(({ name, value }) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </dl>
    </section>
  );
}
