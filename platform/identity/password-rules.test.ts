import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { flawOfPassword } from './password-rules.ts';

const owner = ['giulia.ferrari@venue.example', 'Giulia Ferrari'];

test.each([
  ['short', 'Tr0ub4dor&3'],
  ['a common word with digits', 'Password123456'],
  ['look-alike signs', 'P@$$w0rd!2026'],
  ['a keyboard row', 'qwertyuiop[]'],
  ['a sequence', 'abcdefghijklmnop'],
  ['a repetition', 'xK9!xK9!xK9!xK9!'],
  ['one character', '!!!!!!!!!!!!!!!!'],
  ['two words and a year', 'WinterGames2026'],
  ["the owner's name", 'GiuliaFerrari!1'],
])('refuses %s', (_what, password) => {
  expect(flawOfPassword(password, owner)).toBeTypeOf('string');
});

test.each([
  ['unrelated words', 'sledge umbrella copper'],
  ['Chinese', '冰面上有十二只安静的红色企鹅'],
  ['random text', randomBytes(12).toString('base64')],
])('accepts %s', (_what, password) => {
  expect(flawOfPassword(password, owner)).toBeUndefined();
});

test('a very long password is judged in reasonable time', () => {
  expect(flawOfPassword('ab1'.repeat(341), owner)).toBeTypeOf('string');
});
