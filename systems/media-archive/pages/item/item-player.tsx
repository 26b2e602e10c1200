import { VideoPlayer } from '@altis/web';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { mediaAddress } from '../item-addresses.ts';
import type { ItemDetail } from '../views.ts';
import { frameRateOf } from './frame-rate-of.ts';

const FrameTimes = z.array(z.number()).min(1);

/** Plays an item to the frame: by the exact times of its frames where they are known, by its frame rate until then. */
export function ItemPlayer({ item, title }: { item: ItemDetail; title: string }): ReactNode {
  const timesAddress = mediaAddress(item, 'frame-times');
  const times = useQuery({
    queryKey: ['media-archive-frame-times', timesAddress],
    queryFn: async ({ signal }) => {
      const response = await fetch(timesAddress, { signal, credentials: 'same-origin' });
      return FrameTimes.parse(await response.json());
    },
    enabled: item.hasFrameTimes,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <VideoPlayer
      // Another picture is another video: the player begins anew.
      key={item.version}
      src={mediaAddress(item, 'media.mp4')}
      poster={mediaAddress(item, 'poster.jpg')}
      title={title}
      frameRate={frameRateOf(item.frameRate)}
      {...(times.data === undefined ? {} : { frameTimesMs: times.data, frameCount: times.data.length })}
      {...(item.storyboard === null
        ? {}
        : { storyboard: { src: mediaAddress(item, 'storyboard.jpg'), ...item.storyboard } })}
    />
  );
}
