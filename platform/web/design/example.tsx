import type { ReactNode } from 'react';
import styles from './design.module.css';

const sections = [
  'Video player',
  'Tables',
  'Search and filters',
  'Progress and figures',
  'Messages',
  'Forms',
  'Colour and type',
];

const idOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-');

/** A chapter of the design page. */
export function Section(props: { title: (typeof sections)[number]; children: ReactNode }): ReactNode {
  return (
    <section className={styles['section']} id={idOf(props.title)}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** One component in one state, with a word on when to use it. */
export function Example(props: { title: string; note?: string; children: ReactNode }): ReactNode {
  return (
    <div className={styles['example']}>
      <h3>{props.title}</h3>
      {props.note !== undefined && <p>{props.note}</p>}
      {props.children}
    </div>
  );
}

/** The chapters, as links. */
export function ExampleIndex(): ReactNode {
  return (
    <nav className={styles['index']} aria-label="Chapters">
      {sections.map((title) => (
        <a key={title} href={`#${idOf(title)}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}
