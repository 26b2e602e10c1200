import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import IconBook from '@tabler/icons-react/dist/esm/icons/IconFileTypePdf.mjs';
import { useLanguage, useText } from '@altis/web';
import { publicMessages } from '../public/public-messages.ts';

/** A way to the printed book of what the page shows, in the reader's language: `units/<rsc>`, `medals`. */
export function BookLink({ path }: { path: string }): ReactNode {
  const t = useText(publicMessages);
  const { language } = useLanguage();
  return (
    <Button
      component="a"
      variant="default"
      size="xs"
      leftSection={<IconBook size={16} aria-hidden />}
      href={`/api/results/books/${path}.pdf?language=${language}`}
    >
      {t('book')}
    </Button>
  );
}
