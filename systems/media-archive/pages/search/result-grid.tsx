import { useText } from '@altis/web';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { pageMessages } from '../page-messages.ts';
import type { FoundItem } from '../views.ts';
import { ResultCard } from './result-card.tsx';
import styles from './result-grid.module.css';

/** The results side by side. Arrow keys move between them, Home and End to the first and last, Enter opens. */
export function ResultGrid({ items, isBusy }: { items: readonly FoundItem[]; isBusy: boolean }): ReactNode {
  const t = useText(pageMessages);
  const grid = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const links = [...(grid.current?.querySelectorAll('a') ?? [])];
    const here = links.findIndex((link) => link === document.activeElement);
    const target = here < 0 ? undefined : links[placeAfter(event.key, here, links)];
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys only add to what Tab and Enter on the links do
    <ul ref={grid} className={styles['grid']} aria-label={t('results')} aria-busy={isBusy} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <ResultCard key={item.id} item={item} />
      ))}
    </ul>
  );
}

function placeAfter(key: string, here: number, links: readonly HTMLElement[]): number {
  const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
  const columns = columnsOf(links);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return links.length - 1;
  return here + (steps[key] ?? Number.NaN);
}

/** How many results stand in the first row. */
function columnsOf(links: readonly HTMLElement[]): number {
  const tops = links.map((link) => Math.round(link.closest('li')?.getBoundingClientRect().top ?? 0));
  return tops.filter((top) => top === tops[0]).length;
}
