import { ActionIcon, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { isLanguage, languages } from '@altis/i18n';
import IconLanguage from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs';
import { useLanguage } from '../language/language-context.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';

/** The languages, each in its own name. */
export function LanguageMenu(): ReactNode {
  const t = useText(shellMessages);
  const { language, choose } = useLanguage();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('language')} title={t('language')}>
          <IconLanguage size={19} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah="calc(100dvh - 72px)" style={{ overflowY: 'auto' }}>
        <Menu.RadioGroup value={language} onChange={(value) => isLanguage(value) && choose(value)}>
          {languages.map((each) => (
            <Menu.RadioItem
              closeMenuOnClick
              key={each.language}
              value={each.language}
              lang={each.language}
              dir={each.direction}
            >
              {each.ownName}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
