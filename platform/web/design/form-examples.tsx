import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  SegmentedControl,
  Select,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { ReactNode } from 'react';
import IconScissors from '@tabler/icons-react/dist/esm/icons/IconScissors.mjs';
import { Example, Section } from './example.tsx';
import styles from './design.module.css';

export function FormExamples(): ReactNode {
  return (
    <Section title="Forms">
      <div className={styles['columns']}>
        <Example title="Buttons" note="One primary action per page; all else is quiet.">
          <div className={styles['row']}>
            <Button>Primary</Button>
            <Button variant="default">Default</Button>
            <Button variant="light">Light</Button>
            <Button variant="subtle">Subtle</Button>
            <Button color="crimson">Delete</Button>
            <Button disabled>Disabled</Button>
            <Button loading>Loading</Button>
            <ActionIcon aria-label="Cut">
              <IconScissors size={18} />
            </ActionIcon>
          </div>
          <div className={styles['row']}>
            <Badge>Light</Badge>
            <Badge color="ice">Ice</Badge>
            <Badge variant="filled">Filled</Badge>
            <Badge variant="outline">Outline</Badge>
          </div>
        </Example>
        <Example title="Fields">
          <TextInput
            label="Title of the session"
            description="As it appears in the list"
            defaultValue="Final, third period"
          />
          <TextInput label="Start time code" defaultValue="25:00" error="This is no time code, such as 10:00:00:00." />
          <Select label="Discipline" data={['Ice hockey', 'Alpine skiing']} defaultValue="Ice hockey" />
          <Textarea label="Sentence" defaultValue="Scores from the blue line, the equaliser." autosize />
        </Example>
        <Example title="Choices">
          <SegmentedControl data={['All', 'Goals', 'Penalties']} aria-label="Kind of moment" />
          <Checkbox label="Also cut a vertical version" defaultChecked />
          <Switch label="Publish at once" defaultChecked />
        </Example>
      </div>
    </Section>
  );
}
