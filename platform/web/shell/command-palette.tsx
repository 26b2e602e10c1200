import { useMantineColorScheme } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { languages } from '@altis/i18n';
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import IconLanguage from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs';
import { useLanguage } from '../language/language-context.ts';
import { loadedTranslator } from '../language/lazy-messages.ts';
import type { LazyMessages } from '../language/lazy-messages.ts';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/use-session.ts';
import { appearances } from './appearance-menu.tsx';
import { useOfferedActions } from './command-actions.tsx';
import type { NavigationItem } from './define-pages.ts';
import { homeItem, shellNavigation } from './shell-pages.ts';
import { useSystems } from './systems-context.ts';
import styles from './command-palette.module.css';

/** Ctrl K or ⌘ K: every page and every action by a few letters. */
export function CommandPalette(): ReactNode {
  const t = useText(shellMessages);
  return (
    <Spotlight
      actions={usePaletteActions()}
      shortcut={['mod + K']}
      nothingFound={t('palette.nothing')}
      scrollable
      maxHeight="min(60vh, 460px)"
      overlayProps={{ blur: 0, backgroundOpacity: 0.5 }}
      classNames={{ actionsGroup: styles['group'] ?? '' }}
      searchProps={{ placeholder: t('palette.placeholder'), 'aria-label': t('palette.placeholder') }}
      // Whoever types in a field may want the palette all the same.
      tagsToIgnore={[]}
    />
  );
}

function usePaletteActions(): SpotlightActionGroupData[] {
  const t = useText(shellMessages);
  const { language, choose } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const { may } = useSession();
  const navigate = useNavigate();
  const systems = useSystems();
  const offered = useOfferedActions();

  const pageActions = (items: readonly NavigationItem[], messages: LazyMessages): SpotlightActionData[] => {
    const text = loadedTranslator(messages, language);
    return items
      .filter((item) => may(item.permission))
      .map((item) => ({
        id: item.path,
        label: text?.(item.label) ?? item.path,
        leftSection: <item.icon size={19} stroke={1.7} />,
        onClick: () => void navigate({ to: item.path }),
      }));
  };
  const groups: SpotlightActionGroupData[] = [
    {
      group: t('palette.here'),
      actions: offered.map(({ label, description, icon: Icon = IconBolt, run }, place) => ({
        id: `offered ${place} ${label}`,
        label,
        ...(description === undefined ? {} : { description }),
        leftSection: <Icon size={19} stroke={1.7} />,
        onClick: run,
      })),
    },
    {
      group: t('palette.pages'),
      actions: [
        ...pageActions([homeItem], shellMessages),
        ...systems.flatMap((pages) => pageActions(pages.navigation, pages.messages)),
        ...pageActions(shellNavigation, shellMessages),
      ],
    },
    {
      group: t('appearance'),
      actions: appearances.map(({ scheme, icon: Icon }) => ({
        id: scheme,
        label: t(`appearance.${scheme}`),
        leftSection: <Icon size={19} />,
        onClick: () => setColorScheme(scheme),
      })),
    },
    {
      group: t('language'),
      actions: languages.map((each) => ({
        id: each.language,
        label: each.ownName,
        lang: each.language,
        leftSection: <IconLanguage size={19} />,
        onClick: () => choose(each.language),
      })),
    },
  ];
  return groups.filter(({ actions }) => actions.length > 0);
}
