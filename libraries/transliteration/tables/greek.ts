import { letterTable, writeLetters } from '../letter-table.ts';

/** A lower-case Greek word in Latin letters: ISO 843:1997 type 2, which is ELOT 743 and as Greek passports are written. */
export function writeGreek(word: string): string {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0313\u0314\u0342\u0345]/g, '')
    .normalize('NFC');
  const voiced = plain
    .replace(/([αεη])υ(?=[αεηιουωβγδζλμνρ])/g, (_all, vowel: string) => `${diphthongs[vowel] ?? ''}v`)
    .replace(/([αεη])υ(?!\u0308)/g, (_all, vowel: string) => `${diphthongs[vowel] ?? ''}f`)
    .replace(/^μπ|μπ$/g, 'b');
  return writeLetters(voiced, table);
}

const diphthongs: Readonly<Record<string, string>> = { α: 'a', ε: 'e', η: 'i' };

const table = letterTable(`
  α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o
  ϊ=i ϋ=y ου=ou γγ=ng γξ=nx γχ=nch μπ=mp ντ=nt γκ=gk ϝ=w ϟ=q ϡ=s ϐ=v ϑ=th ϕ=f ϖ=p ϰ=k ϱ=r ϲ=s`);
