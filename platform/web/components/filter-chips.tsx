import { CloseButton, Menu, Popover, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { shellMessages } from '../language/shell-messages.ts';
import { useText } from '../language/use-text.ts';
import styles from './filter-chips.module.css';

/** One condition of a search, such as athlete = Rossi. */
export type FilterChip = { readonly field: string; readonly value: string; readonly label?: string };

export type FilterField = {
  readonly field: string;
  readonly title: string;
  /** Draws the editor of one value; `done` takes the new value, or undefined to leave all as it was. */
  readonly edit: (value: string, done: (value: string | undefined, label?: string) => void) => ReactNode;
};

/**
 * The conditions of a search as chips that can be edited in place. Keys: arrows move between chips, Enter edits,
 * Delete and Backspace remove. A field may occur several times.
 */
export function FilterChips(props: {
  chips: readonly FilterChip[];
  fields: readonly FilterField[];
  onChange: (chips: readonly FilterChip[]) => void;
}): ReactNode {
  const { chips, fields, onChange } = props;
  const t = useText(shellMessages);
  const list = useRef<HTMLDivElement>(null);
  // The place of the chip that is being edited; one past the end while a new one is made.
  const [edited, setEdited] = useState<number>();
  const [added, setAdded] = useState<string>();

  const focusAt = (place: number): void => {
    const stops = list.current?.querySelectorAll<HTMLElement>('[data-stop]');
    stops?.[Math.min(stops.length - 1, Math.max(0, place))]?.focus();
  };
  const remove = (place: number): void => {
    onChange(chips.filter((_, each) => each !== place));
    requestAnimationFrame(() => focusAt(place));
  };
  const onKeyDown = (event: KeyboardEvent, place: number): void => {
    const isReversed = document.documentElement.dir === 'rtl';
    const step = { ArrowRight: isReversed ? -1 : 1, ArrowLeft: isReversed ? 1 : -1 }[event.key];
    if (step !== undefined) focusAt(place + step);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && place < chips.length) remove(place);
    else return;
    event.preventDefault();
  };
  const finish = (place: number, field: string, value: string | undefined, label?: string): void => {
    setEdited(undefined);
    setAdded(undefined);
    if (value === undefined || value === '') return;
    const chip = { field, value, ...(label === undefined ? {} : { label }) };
    onChange(place < chips.length ? chips.map((each, at) => (at === place ? chip : each)) : [...chips, chip]);
  };

  return (
    <div ref={list} className={styles['chips']} role="group" aria-label={t('filter.label')}>
      {chips.map((chip, place) => {
        const field = fields.find((each) => each.field === chip.field);
        const text = `${field?.title ?? chip.field}: ${chip.label ?? chip.value}`;
        return (
          <span key={`${chip.field} ${chip.value}`} className={styles['chip']}>
            <Editor
              label={field?.title ?? chip.field}
              isOpen={edited === place}
              onClose={() => setEdited(undefined)}
              editor={field?.edit(chip.value, (value, label) => finish(place, chip.field, value, label))}
            >
              <UnstyledButton
                data-stop
                className={styles['face'] ?? ''}
                title={t('filter.edit', { filter: text })}
                onClick={() => field && setEdited(place)}
                onKeyDown={(event) => onKeyDown(event, place)}
              >
                <span className={styles['field']}>{field?.title ?? chip.field}</span>
                <bdi>{chip.label ?? chip.value}</bdi>
              </UnstyledButton>
            </Editor>
            <CloseButton
              size={24}
              iconSize={14}
              tabIndex={-1}
              aria-label={t('filter.remove', { filter: text })}
              onClick={() => remove(place)}
            />
          </span>
        );
      })}
      <Editor
        label={fields.find((each) => each.field === added)?.title ?? ''}
        isOpen={edited === chips.length && added !== undefined}
        onClose={() => setEdited(undefined)}
        editor={fields
          .find((each) => each.field === added)
          ?.edit('', (value, label) => finish(chips.length, added ?? '', value, label))}
      >
        <span>
          <Menu position="bottom-start">
            <Menu.Target>
              <UnstyledButton
                data-stop
                className={styles['add'] ?? ''}
                onKeyDown={(event) => onKeyDown(event, chips.length)}
              >
                <IconPlus size={15} aria-hidden="true" />
                {t('filter.add')}
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              {fields.map(({ field, title }) => (
                <Menu.Item
                  key={field}
                  onClick={() => {
                    setAdded(field);
                    setEdited(chips.length);
                  }}
                >
                  {title}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </span>
      </Editor>
    </div>
  );
}

function Editor(props: {
  label: string;
  isOpen: boolean;
  onClose: () => void;
  editor: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <Popover
      opened={props.isOpen}
      onDismiss={props.onClose}
      position="bottom-start"
      trapFocus
      returnFocus
      shadow="md"
      withRoles={false}
    >
      <Popover.Target>{props.children}</Popover.Target>
      <Popover.Dropdown miw={240} role="dialog" aria-label={props.label}>
        {props.isOpen && props.editor}
      </Popover.Dropdown>
    </Popover>
  );
}
