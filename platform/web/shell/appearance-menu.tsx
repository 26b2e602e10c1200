import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import IconAuto from '@tabler/icons-react/dist/esm/icons/IconBrightnessAuto.mjs';
import IconLight from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import IconDark from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';

/** The three appearances; also in the command palette. */
export const appearances = [
  { scheme: 'light', icon: IconLight },
  { scheme: 'dark', icon: IconDark },
  { scheme: 'auto', icon: IconAuto },
] as const;

/** Light, dark, or as the device has it. */
export function AppearanceMenu(): ReactNode {
  const t = useText(shellMessages);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = appearances.find(({ scheme }) => scheme === colorScheme)?.icon ?? IconAuto;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('appearance')} title={t('appearance')}>
          <Current size={19} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {appearances.map(({ scheme, icon: Icon }) => (
            <Menu.RadioItem closeMenuOnClick key={scheme} value={scheme} rightSection={<Icon size={17} />}>
              {t(`appearance.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
