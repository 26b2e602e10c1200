import { useSearchParameter } from '@altis/web';

const parameters = ['day', 'discipline', 'venue'] as const;

/** The address of the schedule as it is shown with some of the choices made anew; an empty text takes one back. */
export function useScheduleLink(): (change: Partial<Record<(typeof parameters)[number], string>>) => string {
  const [day, discipline, venue] = [
    useSearchParameter('day'),
    useSearchParameter('discipline'),
    useSearchParameter('venue'),
  ];
  return (change) => {
    const chosen = { day, discipline, venue, ...change };
    const search = new URLSearchParams(parameters.flatMap((name) => (chosen[name] ? [[name, chosen[name]]] : [])));
    return search.size === 0 ? '/results' : `/results?${search.toString()}`;
  };
}
