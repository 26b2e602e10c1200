import { letterTable, withLetters, writeLetters } from '../letter-table.ts';

/**
 * An Arabic or Persian word in Latin letters, simplified from UNGEGN 2017 (Arabic) and 2012 (Persian): no diacritics, ʿayn
 * and hamza are left out. Short vowels are not written in these scripts, so that only the names below are complete: of any
 * other the vowels that are written appear, and an "a" where a word could not be spoken.
 */
export function writeArabic(word: string, language: 'ar' | 'fa'): string {
  const plain = word.normalize('NFKC').replace(/[\u0640\u200c\u200d]/g, '');
  const bare = plain.replace(/[\u064b-\u065f\u0670]/g, '');
  const known = knownNames.get(
    bare
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/[یى]/g, 'ي')
      .replace(/ک/g, 'ك'),
  );
  if (known !== undefined) return known;
  const article = language === 'ar' && /^ال[^\s]{3}/u.test(bare);
  const stem = article ? plain.slice(2) : plain;
  const vocalised = stem
    .replace(/^[او](?=[^اويی])/u, (first) => (first === 'و' ? 'w' : 'a'))
    .replace(/^ي|^ی/u, 'y')
    .replace(/(?<=[اآىa])([ويی])/gu, (_all, letter: string) => (letter === 'و' ? 'w' : 'y'))
    .replace(/([ويی])(?=[اآىة])/gu, (_all, letter: string) => (letter === 'و' ? 'w' : 'iy'));
  const latin = writeLetters(vocalised, language === 'fa' ? persian : arabic);
  return `${article ? 'al-' : ''}${speakable(latin)}`;
}

/** An "a" into a cluster that begins a word, and into one of three consonants. */
function speakable(latin: string): string {
  return latin
    .replace(/^([bcdfghjklmnpqrstvwxz]|[kgstdz]h|ch)(?=[bcdfghjklmnpqrstvwxz])(?!h)/, '$1a')
    .replace(/([bcdfgjklmnpqrstvwxz]h?)(?=(?:[bcdfgjklmnpqrstvwxz]h?){2})/g, '$1a');
}

const arabic = letterTable(`
  ا=a أ=a إ=i آ=a ٱ=a ى=a ة=a ء= ؤ=u ئ=i ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=gh
  ف=f ق=q ك=k ل=l م=m ن=n ه=h و=u ي=i ی=i ک=k پ=p چ=ch ژ=zh گ=g ڤ=v ہ=h ھ=h ے=e ٹ=t ڈ=d ڑ=r ں=n ۀ=e
  \u064b=an \u064c=un \u064d=in \u064e=a \u064f=u \u0650=i \u0651= \u0652= \u0653= \u0654= \u0655= \u0670=a
  ٠=0 ١=1 ٢=2 ٣=3 ٤=4 ٥=5 ٦=6 ٧=7 ٨=8 ٩=9 ۰=0 ۱=1 ۲=2 ۳=3 ۴=4 ۵=5 ۶=6 ۷=7 ۸=8 ۹=9`);

const persian = withLetters(arabic, 'ث=s ذ=z ض=z و=u ق=gh ه=h ة=e');

/** Given names that are common in sport, in their usual English spelling; the writing does not have their vowels. */
const knownNames = letterTable(`
  محمد=mohamed احمد=ahmed محمود=mahmoud علي=ali حسن=hassan حسين=hussein مصطفى=mustafa مصطفي=mustafa عمر=omar خالد=khaled
  يوسف=youssef ابراهيم=ibrahim عبدالله=abdullah عبد=abd الله=allah عبدالرحمن=abdulrahman صلاح=salah كريم=karim طارق=tarek
  سعيد=saeed فاطمة=fatima مريم=mariam زينب=zainab سارة=sara ليلى=layla ليلي=layla نور=nour هدى=huda عائشة=aisha امينة=amina
  بن=ben ابن=ibn ابو=abu بنت=bint رضا=reza مهدي=mehdi حسيني=hosseini رحمان=rahman اسماعيل=ismail سلمان=salman فيصل=faisal
  ناصر=nasser سلطان=sultan منصور=mansour هشام=hisham ياسين=yassin بدر=badr جمال=jamal كمال=kamal سمير=samir رشيد=rashid
  مبارك=mubarak معتز=mutaz عيسى=issa عيسي=issa موسى=moussa موسي=moussa سالم=salem حمد=hamad ثاني=thani مراد=murad`);
