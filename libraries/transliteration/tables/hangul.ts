/**
 * Hangul in Latin letters: the Revised Romanisation of Korean (Ministry of Culture, 2000-8), syllable by syllable as it
 * demands of names: no change of sounds between syllables, except that ㄹㄹ is "ll".
 */
export function writeHangul(text: string): string {
  return syllablesOf(text).join('').replace(/lr/g, 'll');
}

/** The same, syllable by syllable. */
function syllablesOf(text: string): string[] {
  return Array.from(text.normalize('NFC'), (character) => {
    const index = (character.codePointAt(0) ?? 0) - firstSyllable;
    if (index < 0 || index >= syllables) return jamo.get(character) ?? character;
    const initial = initials[Math.floor(index / (medials.length * finals.length))] ?? '';
    const medial = medials[Math.floor(index / finals.length) % medials.length] ?? '';
    return `${initial}${medial}${finals[index % finals.length] ?? ''}`;
  });
}

// The Unicode Standard, section 3.12: a syllable is 0xAC00 + (initial × 21 + medial) × 28 + final.
const firstSyllable = 0xac00;
const syllables = 11_172;

const initials = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const medials = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

/** Letters that stand alone. */
const jamo = new Map([
  ...Array.from(
    'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ',
    (letter, index) => [letter, initials[index] || 'ng'] as const,
  ),
  ...Array.from(
    'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ',
    (letter, index) => [letter, medials[index] ?? ''] as const,
  ),
]);

/** How families write their names in passports, the commonest first; the Revised Romanisation writes them otherwise. */
export const koreanFamilyNames: ReadonlyMap<string, readonly string[]> = new Map(
  `김=kim 이=lee,yi,rhee 박=park,pak 최=choi,choe 정=jung,jeong,chung 강=kang 조=cho,jo 윤=yoon,yun 장=jang,chang 임=lim,im
  오=oh,o 서=seo,suh 신=shin,sin 권=kwon 황=hwang 안=ahn,an 전=jeon,jun 유=yoo,yu 고=ko,koh 문=moon,mun 손=son,sohn 배=bae,pae
  백=baek,paik 허=heo,hur 심=shim,sim 노=noh,roh 곽=kwak 성=sung,seong 주=joo,ju 우=woo,u 구=koo,gu 류=ryu,yoo 엄=um,eom
  원=won 천=chun,cheon 방=bang,pang 공=kong,gong 현=hyun,hyeon 변=byun,byeon 추=choo,chu 양=yang 한=han 송=song 홍=hong 남=nam
  하=ha 차=cha 민=min 나=na 진=jin 지=ji 채=chae 여=yeo 길=gil,kil 함=ham 석=seok,suk 선=sun,seon 설=seol,sul 마=ma 연=yeon`
    .split(/\s+/)
    .map((line) => {
      const [name = '', spellings = ''] = line.split('=');
      return [name, spellings.split(',')];
    }),
);
