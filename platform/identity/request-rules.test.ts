import { expect, test } from 'vitest';
import { bearerToken } from './bearer-token.ts';
import { csrfFlaw } from './csrf.ts';
import { networkOf } from './network-of.ts';
import { readSessionCookie, sessionCookie } from './session-cookie.ts';

test.each([
  ['GET', {}, true, true],
  ['POST', {}, false, true],
  ['POST', {}, true, false],
  ['POST', { 'x-altis-csrf': '1' }, true, true],
  ['POST', { 'x-altis-csrf': '0' }, true, false],
  ['DELETE', { 'x-altis-csrf': '1', origin: 'https://games.example' }, true, true],
  ['POST', { 'x-altis-csrf': '1', origin: 'https://games.example:443' }, true, true],
  ['POST', { 'x-altis-csrf': '1', origin: 'https://games.example:8443' }, true, false],
  ['POST', { 'x-altis-csrf': '1', origin: 'https://evil.example' }, true, false],
  ['POST', { 'x-altis-csrf': '1', origin: 'null' }, true, false],
  ['POST', { origin: 'https://evil.example' }, false, false],
  ['POST', { origin: 'https://games.example.evil.example' }, false, false],
  ['POST', { authorization: 'Bearer altis_x', origin: 'https://evil.example' }, true, true],
  ['POST', { authorization: 'Basic eDp5' }, true, false],
] as const)('%s with %o, cookie %s: allowed %s', (method, headers, hasCookie, allowed) => {
  expect(csrfFlaw(method, headers, 'games.example', hasCookie) === undefined).toBe(allowed);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['/run/altis.sock', 'unknown'],
])('%s is counted under %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('a session travels through its cookie', () => {
  const cookie = sessionCookie({ token: 'abc-_9', expiresAtMs: 0 }, { secure: true });
  expect(cookie).toBe(
    'altis_session=abc-_9; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; HttpOnly; SameSite=Lax; Secure',
  );
  expect(readSessionCookie({ cookie: 'a=1; altis_session=abc-_9; b=2' })).toBe('abc-_9');
  expect(readSessionCookie({ cookie: 'xaltis_session=abc' })).toBeUndefined();
  expect(readSessionCookie({ cookie: sessionCookie(null, { secure: false }) })).toBeUndefined();
});

test('only a bearer token is one', () => {
  expect(bearerToken({ authorization: 'bearer altis_A-_9' })).toBe('altis_A-_9');
  expect(bearerToken({ authorization: 'Basic eDp5' })).toBeUndefined();
  expect(bearerToken({})).toBeUndefined();
});
