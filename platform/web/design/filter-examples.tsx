import { useState } from 'react';
import type { ReactNode } from 'react';
import { FilterChips } from '../components/filter-chips.tsx';
import type { FilterChip } from '../components/filter-chips.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { TextFilter } from '../components/text-filter.tsx';
import { Example, Section } from './example.tsx';
import styles from './design.module.css';

const fields = [
  { field: 'athlete', title: 'Athlete' },
  { field: 'discipline', title: 'Discipline' },
  { field: 'date', title: 'Date', type: 'date' },
] as const;

export function FilterExamples(): ReactNode {
  const [text, setText] = useState('');
  const [chips, setChips] = useState<readonly FilterChip[]>([
    { field: 'discipline', value: 'ALP', label: 'Alpine skiing' },
    { field: 'athlete', value: 'Żaneta Łęcka' },
  ]);
  return (
    <Section title="Search and filters">
      <Example title="Search box" note="Tells the page what to look for when the reader pauses; Escape clears.">
        <div className={styles['narrow']}>
          <SearchBox label="Search clips" value={text} onChange={setText} />
        </div>
      </Example>
      <Example title="Filter chips" note="Arrows move, Enter edits in place, Delete removes.">
        <FilterChips
          chips={chips}
          onChange={setChips}
          fields={fields.map((each) => ({
            ...each,
            edit: (value, done) => (
              <TextFilter
                label={each.title}
                value={value}
                done={done}
                {...('type' in each ? { type: each.type } : {})}
              />
            ),
          }))}
        />
      </Example>
    </Section>
  );
}
