import type { ReactNode } from 'react';
export function DesignPage(): ReactNode {
  return null;
}
