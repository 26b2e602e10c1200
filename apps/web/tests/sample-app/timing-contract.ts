import { oc } from '@orpc/contract';
import { z } from 'zod';

const run = z.object({ id: z.string(), athlete: z.string(), finishes: z.int() });

export const timingContract = {
  name: 'timing',
  contract: {
    runs: {
      read: oc
        .route({ method: 'GET', path: '/runs/{id}' })
        .input(z.object({ id: z.string() }))
        .output(run),
      finish: oc
        .route({ method: 'POST', path: '/runs/{id}/finishes' })
        .input(z.object({ id: z.string() }))
        .output(run),
      refuse: oc
        .route({ method: 'POST', path: '/runs/{id}/refusals' })
        .input(z.object({ id: z.string() }))
        .output(run),
    },
  },
} as const;
