import { readMessage } from '@altis/odf';
import { expect, test } from 'vitest';
import { participants } from '../tests/hockey-feed.ts';
import { tellRepeatedHour } from './repeated-hour.ts';

test('a message is of the second hour where it came just after that, and of the first where nothing says so', () => {
  const read = readMessage(participants(1, []));
  if (!read.ok) throw new Error(read.fault.message);
  const told = (time: string, receivedAt: string, zone = 'Europe/Rome', date = '2030-10-27') =>
    tellRepeatedHour({ ...read.message.header, date, time }, new Date(`${date}T${receivedAt}Z`), zone).isRepeated;
  // 02:10 is first 00:10 in UTC, and then 01:10.
  expect(told('021000000', '00:10:02')).toBeUndefined();
  expect(told('021000000', '00:50:00')).toBeUndefined();
  expect(told('021000000', '01:08:00')).toBe(true);
  expect(told('021000000', '01:10:02')).toBe(true);
  expect(told('021000000', '01:39:00')).toBe(true);
  expect(told('021000000', '01:41:00')).toBeUndefined();
  expect(told('021000000', '17:00:00')).toBeUndefined();
  // No other hour of the day comes twice, and in other zones none.
  expect(told('015900000', '01:00:00')).toBeUndefined();
  expect(told('030100000', '03:01:02')).toBeUndefined();
  expect(told('021000000', '01:10:02', '+02:00')).toBeUndefined();
  expect(told('021000000', '01:10:02', 'UTC')).toBeUndefined();
  // The one in which half an hour comes twice: 01:40 is first 14:40 of the day before in UTC, and then 15:10.
  const local = { ...read.message.header, date: '2030-04-07', time: '014000000' };
  const there = (receivedAt: string) => tellRepeatedHour(local, new Date(receivedAt), 'Australia/Lord_Howe').isRepeated;
  expect(there('2030-04-06T14:41:00Z')).toBeUndefined();
  expect(there('2030-04-06T15:11:00Z')).toBe(true);
});
