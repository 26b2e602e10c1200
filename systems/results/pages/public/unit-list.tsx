import type { ReactNode } from 'react';
import { PageLink } from '@altis/web';
import type { UnitSummary } from '../../contract/index.ts';
import { UnitStatus } from '../unit-status.tsx';
import { Leaders } from './leaders.tsx';
import { LocalText } from './local-text.tsx';
import { MedalMark } from './medal-mark.tsx';
import styles from './unit-list.module.css';
import { unitName, unitNameInEvent } from './unit-name.ts';
import { UnitTime } from './unit-time.tsx';
import { useDisciplineName } from './use-discipline-name.ts';
import { useMovingRows } from './use-moving-rows.ts';
import { useVenueNames } from './use-local-names.ts';
import { useShownOffsets } from './use-shown-offsets.ts';

/** Units as lines of one height each: when, what, who leads, how it stands. Nothing moves when results come. */
export function UnitList(props: {
  label: string;
  units: readonly UnitSummary[];
  /** Leaves out the names of discipline and event, on a page about the event. */
  isOfOneEvent?: boolean;
  /** The most usual offset of the times on the page; without it, that of these units. */
  usualOffset?: string | undefined;
}): ReactNode {
  const list = useMovingRows<HTMLOListElement>();
  const [ownOffset] = useShownOffsets(props.units);
  const usualOffset = props.usualOffset ?? ownOffset;
  return (
    <ol ref={list} className={styles['list']} aria-label={props.label}>
      {props.units.map((unit) => (
        <li key={unit.rsc} data-row={unit.rsc} className={styles['unit']}>
          <UnitLine unit={unit} isOfOneEvent={props.isOfOneEvent ?? false} usualOffset={usualOffset} />
        </li>
      ))}
    </ol>
  );
}

function UnitLine(props: { unit: UnitSummary; isOfOneEvent: boolean; usualOffset: string | undefined }): ReactNode {
  const { unit, isOfOneEvent, usualOffset } = props;
  const disciplineName = useDisciplineName();
  const venue = useVenueNames()(unit);
  const location = unit.locationName === unit.venueName ? null : unit.locationName;
  return (
    <>
      <span className={styles['when']}>
        <UnitTime unit={unit} usualOffset={usualOffset} />
      </span>
      <span className={styles['what']}>
        {!isOfOneEvent && (
          <span className={styles['event']}>
            <LocalText name={disciplineName(unit.discipline)} />
            {' · '}
            <LocalText name={unit.eventName} />
          </span>
        )}
        <span className={styles['line']}>
          <PageLink to={`/results/units/${unit.rsc}`} className={styles['name']}>
            <LocalText name={isOfOneEvent ? unitNameInEvent(unit) : unitName(unit)} />
          </PageLink>
          {unit.medal !== 'none' && <MedalMark medal={unit.medal} />}
        </span>
        {(unit.venueName !== null || location !== null) && (
          <span className={styles['place']}>
            <LocalText name={venue} />
            {unit.venueName !== null && location !== null && ' · '}
            <bdi>{location}</bdi>
          </span>
        )}
      </span>
      <span className={styles['leaders']}>
        <Leaders unit={unit} />
      </span>
      <span className={styles['status']}>
        <UnitStatus {...unit} />
      </span>
    </>
  );
}
