import { letterTable, writeLetters } from '../letter-table.ts';

/** A Georgian word in Latin letters: the national system of 2002, as passports are written, without its apostrophes. */
export function writeGeorgian(word: string): string {
  return writeLetters(word, georgian);
}

/** An Armenian word in Latin letters: BGN/PCGN 1981 (Eastern Armenian) without apostrophes, as passports are written. */
export function writeArmenian(word: string): string {
  return writeLetters(word.replace(/^ե/u, 'ye').replace(/^ո(?!ւ)/u, 'vo'), armenian);
}

const georgian = letterTable(`
  ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts
  ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h ჱ=e ჲ=i ჳ=w ჴ=q ჵ=o ჶ=f`);

const armenian = letterTable(`
  ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o ու=u չ=ch պ=p
  ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev`);
