import { expect, test } from 'vitest';
import { offsets, onThisClock, readStartTime, writeStartTime } from './start-time.ts';

test('keeps the clock of the venue', () => {
  const start = { local: '2030-02-22T15:00:00', offset: '+01:00' };
  expect(readStartTime('2030-02-22T15:00:00+01:00')).toEqual(start);
  expect(readStartTime('2030-02-22T15:00+0100')).toEqual(start);
  expect(readStartTime('2030-02-22T14:00:00.040Z')).toEqual({ local: '2030-02-22T14:00:00.040', offset: '+00:00' });
  expect(writeStartTime(start)).toBe('2030-02-22T15:00:00+01:00');
  expect(writeStartTime({ local: '2030-02-22T15:00', offset: '-03:30' })).toBe('2030-02-22T15:00:00-03:30');
});

test('takes nothing incomplete', () => {
  expect(readStartTime('2030-02-22T15:00:00')).toBeUndefined();
  expect(readStartTime('2030-13-22T15:00:00Z')).toBeUndefined();
  expect(writeStartTime({ local: '', offset: '+01:00' })).toBeUndefined();
});

test('offers every offset in use once, in order', () => {
  expect(offsets('+05:45').filter((offset) => offset === '+05:45')).toHaveLength(1);
  expect(offsets('+00:17').at(-1)).toBe('+00:17');
  expect(offsets('+00:00')[0]).toBe('-12:00');
});

test('shows an instant on the clock of this computer', () => {
  const instant = '2030-02-22T14:00:31.540Z';
  const text = writeStartTime(onThisClock(new Date(instant)));
  expect(Date.parse(text ?? '')).toBe(Date.parse(instant));
});
