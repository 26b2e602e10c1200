import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useLanguage, useText } from '@altis/web';
import { publicMessages } from '../public/public-messages.ts';

const names = { csv: 'CSV', json: 'JSON', ics: 'iCalendar', 'odf.xml': 'ODF (XML)', 'odf.zip': 'ODF (ZIP)' };

/** The files that there are of what the page shows, by their kinds: `units/<rsc>`, `['csv', 'json']`. */
export function DownloadMenu(props: { path: string; kinds: readonly (keyof typeof names)[] }): ReactNode {
  const t = useText(publicMessages);
  const { language } = useLanguage();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.kinds.map((kind) => (
          <Menu.Item
            key={kind}
            component="a"
            download
            href={`/api/results/downloads/${props.path}.${kind}?language=${language}`}
          >
            {names[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
