import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { createChangeStream } from './change-stream.ts';
import type { ChangeStream } from './change-stream.ts';

let stream: ChangeStream | undefined;

/**
 * Keeps a page up to date: `useChanges(['results.unit.' + rsc])`. Topics are `<system>.<thing>…`; without
 * `onChange` every query of that system is read again, those on the screen at once.
 */
export function useChanges(topics: readonly string[], onChange?: (topic: string) => void): void {
  const client = useQueryClient();
  const changed = useEffectEvent((topic: string) => {
    if (onChange) onChange(topic);
    else void client.invalidateQueries({ queryKey: [topic.split('.')[0]] });
  });
  const joined = topics.join('\n');
  useEffect(() => {
    if (joined === '') return undefined;
    stream ??= createChangeStream();
    return stream.listen(joined.split('\n'), (topic) => changed(topic));
  }, [joined]);
}
