import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  headerInstant,
  instantOf,
  isDate,
  parseDateTime,
  parseHeaderTime,
  parseMatchClock,
  sendingTime,
  timeAsWritten,
} from './times.ts';

const instant = (text: string, zone = 'Z'): string | undefined => {
  const reading = parseDateTime(text);
  return reading.ok ? new Date(instantOf(reading.value, zone)).toISOString() : undefined;
};
const clock = (text: string): number | undefined => {
  const reading = parseMatchClock(text);
  return reading.ok ? reading.value : undefined;
};

test('header times are nine digits; other spellings are taken and reported', () => {
  expect(parseHeaderTime('084527763')).toStrictEqual({ ok: true, value: { digits: '084527763', lenient: false } });
  expect(parseHeaderTime('20:14:08.5')).toStrictEqual({ ok: true, value: { digits: '201408500', lenient: true } });
  expect(parseHeaderTime('20:14:08')).toStrictEqual({ ok: true, value: { digits: '201408000', lenient: true } });
  for (const wrong of ['', '84527763', '240000000', '126000000', '12:5:00'])
    expect(parseHeaderTime(wrong).ok).toBe(false);
});

test('a header means an instant once the zone of the venue is known', () => {
  const header = { date: '2022-02-17', time: '084527763' };
  expect(new Date(headerInstant(header, '+08:00')).toISOString()).toBe('2022-02-17T00:45:27.763Z');
  expect(headerInstant(header, 'Asia/Shanghai')).toBe(headerInstant(header, '+08:00'));
  expect(headerInstant(header, 'America/St_Johns')).toBe(headerInstant(header, '-03:30'));
  expect(() => headerInstant(header, 'Mars/Olympus')).toThrow(RangeError);
});

test('local times around a change of the clocks', () => {
  expect(instant('2030-03-31T01:59:59', 'Europe/Rome')).toBe('2030-03-31T00:59:59.000Z');
  expect(instant('2030-03-31T03:00:00', 'Europe/Rome')).toBe('2030-03-31T01:00:00.000Z');
  expect(instant('2030-10-27T02:30:00', 'Europe/Rome')).toBe('2030-10-27T00:30:00.000Z');
  expect(instant('2030-10-27T03:00:00', 'Europe/Rome')).toBe('2030-10-27T02:00:00.000Z');
});

test('of the two hours that are alike, the second sorts after the first and before the next, and has its own instants', () => {
  const at = (time: string, isRepeated?: true) => ({ date: '2030-10-27', time, ...(isRepeated && { isRepeated }) });
  const night = [at('015959999'), at('020000000'), at('023000000'), at('025959999')];
  const second = [at('020000000', true), at('023000000', true), at('025959999', true), at('030000000')];
  const sent = [...night, ...second].map(sendingTime);
  expect(sent.toSorted()).toEqual(sent);
  expect(sent[5]).toBe('2030-10-27T02B:30:00.000');
  expect(timeAsWritten('2030-10-27T02B:30:00.000')).toBe('2030-10-27T02:30:00.000');
  expect(instant('2030-10-27T02B:30:00.000', 'Europe/Rome')).toBe('2030-10-27T01:30:00.000Z');
  expect(headerInstant(at('023000000', true), 'Europe/Rome')).toBe(Date.parse('2030-10-27T01:30:00Z'));
  // What comes once has no second, whatever is said of it.
  expect(headerInstant(at('013000000', true), 'Europe/Rome')).toBe(Date.parse('2030-10-26T23:30:00Z'));
  expect(headerInstant(at('033000000', true), 'Europe/Rome')).toBe(Date.parse('2030-10-27T02:30:00Z'));
});

test('times with offset are the instants that Date reads', () => {
  const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, offset) => {
      const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
      const size = Math.abs(offset);
      const zone = `${offset < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
      expect(instant(local + zone)).toBe(date.toISOString());
      expect(instant(local, zone)).toBe(date.toISOString());
    }),
  );
});

test('dates and times as they occur, and such as do not exist', () => {
  expect(instant('2030-02-22T15:13:58.420+01:00')).toBe('2030-02-22T14:13:58.420Z');
  expect(instant('2030-02-22T15:13:58.4207Z')).toBe('2030-02-22T15:13:58.420Z');
  expect(instant('2022-03-05T10:00+0800')).toBe('2022-03-05T02:00:00.000Z');
  expect(instant('2030-02-22T24:00:00Z')).toBe('2030-02-23T00:00:00.000Z');
  for (const wrong of [
    '2030-02-29T10:00:00Z',
    '2030-13-01T10:00:00Z',
    '2030-02-22T24:00:01Z',
    '2030-02-22 10:00',
    '2030-02-22T10:00:00+15:00',
    '',
  ]) {
    expect(instant(wrong)).toBeUndefined();
  }
  expect([isDate('2028-02-29'), isDate('2030-02-29'), isDate('2100-02-29'), isDate('2030-2-1')]).toStrictEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('match clocks', () => {
  expect(['14:02', '7:05', '0:00', '65:10', '1:02:03', '59.4', '2:07.35'].map(clock)).toStrictEqual([
    842_000, 425_000, 0, 3_910_000, 3_723_000, 59_400, 127_350,
  ]);
  expect(["23'", "90'+4", '45’ + 2’', "120'"].map(clock)).toStrictEqual([1_380_000, 5_640_000, 2_820_000, 7_200_000]);
  for (const wrong of ['', '14:60', '1:60:00', '14-02', '45+2', "'", "45'+", ':10'])
    expect(clock(wrong)).toBeUndefined();
});
