import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import styles from './drop-area.module.css';

/**
 * A place to drop files onto; what it says, and a button that chooses files without a mouse, are its children. A `line`
 * has them side by side, a `box` one below another, and a `page` is what a whole page is about.
 */
export function DropArea(props: {
  size?: 'line' | 'box' | 'page';
  onFiles: (files: File[]) => void;
  children: ReactNode;
}): ReactNode {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    // Text that is dragged is none of ours.
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <div
      className={styles['drop']}
      data-size={props.size ?? 'box'}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {props.children}
    </div>
  );
}
