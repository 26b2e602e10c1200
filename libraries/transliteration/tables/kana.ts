import { letterTable, writeLetters } from '../letter-table.ts';

/**
 * Hiragana and katakana in Latin letters: Hepburn as Japanese passports are written (Regulation for Enforcement of the
 * Passport Act): long vowels are not marked, ん before b, m and p is "m", and ち after っ is "tchi".
 *
 * @param keepsLong write long vowels with two letters, as words and unofficial spellings of names do: "Satou".
 */
export function writeKana(text: string, keepsLong = false): string {
  const hiragana = text.normalize('NFKC').replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  const written = writeLetters(hiragana.replace(/[・=]/g, ' '), table, 2)
    .replace(/っ+(?=ch)/g, 't')
    .replace(/っ+([bcdfghjklmnpqrstvwyz])/g, '$1$1')
    .replace(/っ/g, '')
    .replace(/n(?=[bmp])/g, 'm');
  if (keepsLong) return written.replace(/([aeiou])ー/g, '$1$1').replace(/ー/g, '');
  return written.replace(/ー/g, '').replace(/ou|oo/g, 'o').replace(/uu/g, 'u');
}

const table = letterTable(`
  あ=a い=i う=u え=e お=o か=ka き=ki く=ku け=ke こ=ko さ=sa し=shi す=su せ=se そ=so た=ta ち=chi つ=tsu て=te と=to
  な=na に=ni ぬ=nu ね=ne の=no は=ha ひ=hi ふ=fu へ=he ほ=ho ま=ma み=mi む=mu め=me も=mo や=ya ゆ=yu よ=yo
  ら=ra り=ri る=ru れ=re ろ=ro わ=wa ゐ=i ゑ=e を=o ん=n が=ga ぎ=gi ぐ=gu げ=ge ご=go ざ=za じ=ji ず=zu ぜ=ze ぞ=zo
  だ=da ぢ=ji づ=zu で=de ど=do ば=ba び=bi ぶ=bu べ=be ぼ=bo ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po ゔ=vu
  きゃ=kya きゅ=kyu きょ=kyo しゃ=sha しゅ=shu しょ=sho しぇ=she ちゃ=cha ちゅ=chu ちょ=cho ちぇ=che にゃ=nya にゅ=nyu にょ=nyo
  ひゃ=hya ひゅ=hyu ひょ=hyo みゃ=mya みゅ=myu みょ=myo りゃ=rya りゅ=ryu りょ=ryo ぎゃ=gya ぎゅ=gyu ぎょ=gyo
  じゃ=ja じゅ=ju じょ=jo じぇ=je ぢゃ=ja ぢゅ=ju ぢょ=jo びゃ=bya びゅ=byu びょ=byo ぴゃ=pya ぴゅ=pyu ぴょ=pyo
  ふぁ=fa ふぃ=fi ふぇ=fe ふぉ=fo ふゅ=fyu てぃ=ti でぃ=di とぅ=tu どぅ=du でゅ=dyu てゅ=tyu うぃ=wi うぇ=we うぉ=wo
  ゔぁ=va ゔぃ=vi ゔぇ=ve ゔぉ=vo ゔゅ=vyu つぁ=tsa つぃ=tsi つぇ=tse つぉ=tso くぁ=kwa ぐぁ=gwa いぇ=ye すぃ=si ずぃ=zi
  ぁ=a ぃ=i ぅ=u ぇ=e ぉ=o ゃ=ya ゅ=yu ょ=yo ゎ=wa ゕ=ka ゖ=ke ゝ= ゞ=`);
