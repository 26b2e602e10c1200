// Icons are imported one by one, so that a build reads the few that are used and not all six thousand.
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { FunctionComponent, SVGProps } from 'react';
  type IconProps = Omit<SVGProps<SVGSVGElement>, 'stroke' | 'ref'> & { size?: number; stroke?: number };
  const Icon: FunctionComponent<IconProps>;
  export default Icon;
}
