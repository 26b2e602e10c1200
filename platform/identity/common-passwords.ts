/**
 * What people put into passwords when asked for a long one: the words at the heart of the most used passwords, in lower
 * case and without look-alike digits.
 */
export const commonPasswordWords: readonly string[] = `
  password passwort passwd passord motdepasse kennwort contrasena parola haslo mima qwertyuiop qwerty qwertz
  azerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn qazwsx edcrfv administrator admin root user guest login welcome
  willkommen bienvenue benvenuto default letmein changeme trustno secret geheim master access hello test demo
  temp system iloveyou loveyou love forever sunshine princess monkey dragon shadow superman batman football
  baseball basketball hockey soccer liverpool chelsea arsenal barcelona juventus michael jordan jessica ashley
  daniel charlie thomas andrea alexander jennifer nicole spring summer autumn winter january february march
  april august september october november december monday friday sunday computer internet google facebook
  samsung pokemon whatever freedom mustang starwars killer hunter flower cheese cookie pepper ginger woaini aini
  the my is altis games torch medal olympic olympics cortina milano
`
  .trim()
  .split(/\s+/);
