import { texts, type Texts } from '../texts.ts';
import type { Culture } from './names.ts';

/** An invented organisation; its code is that of no real one. */
export type Organisation = {
  readonly code: string;
  readonly names: Texts;
  /** Where its people's names come from. */
  readonly culture: Culture;
  /** Where its athletes stand among the others: 0 in the middle, about -1 to 1. */
  readonly strength: number;
};

const latin = (name: string, rest: string): Texts => texts(`${`${name}|`.repeat(6)}${rest}`);

const organisation = (code: string, names: Texts, culture: Culture, strength: number): Organisation => ({
  code,
  names,
  culture,
  strength,
});

/** The thirty organisations of the demo Games, the strongest first among those of a culture. */
export const organisations: readonly Organisation[] = [
  organisation('NRV', latin('Norvaria', '诺瓦里亚|諾瓦里亞|ノルヴァリア|노르바리아|نورفاريا|Норвария'), 'nordic', 1),
  organisation('ZAH', latin('Zahreen', '扎赫林|扎赫林|ザフリーン|자흐린|زهرين|Захрин'), 'arabic', -0.3),
  organisation(
    'BRG',
    latin('Bergmark', '贝格马克|貝格馬克|ベルクマルク|베르크마르크|بيرغمارك|Бергмарк'),
    'german',
    0.9,
  ),
  organisation(
    'SKD',
    latin('Skadeland', '斯卡德兰|斯卡德蘭|スカーデランド|스카델란드|سكادلاند|Скаделанд'),
    'nordic',
    0.7,
  ),
  organisation('YNL', latin('Yunlin', '云林|雲林|ユンリン|윈린|يونلين|Юньлинь'), 'han', 0.4),
  organisation('VLK', latin('Volkhaya', '沃尔哈亚|沃爾哈亞|ヴォルハヤ|볼하야|فولخايا|Волхая'), 'cyrillic', 0.6),
  organisation('KZM', latin('Kazemori', '风森|風森|風森|가제모리|كازيموري|Кадземори'), 'japanese', 0.5),
  organisation('HNB', latin('Hanbit', '韩光|韓光|ハンビット|한빛|هانبيت|Ханбит'), 'korean', 0.4),
  organisation('VLM', latin('Valmont', '瓦尔蒙|瓦爾蒙|ヴァルモン|발몽|فالمون|Вальмон'), 'french', 0.5),
  organisation('TRV', latin('Trevara', '特雷瓦拉|特雷瓦拉|トレヴァーラ|트레바라|تريفارا|Тревара'), 'italian', 0.6),
  organisation('DVN', latin('Drevna', '德雷夫纳|德雷夫納|ドレヴナ|드레브나|دريفنا|Древна'), 'slavic', 0.3),
  organisation('ALD', latin('Aldenau', '阿尔登瑙|阿爾登瑙|アルデナウ|알데나우|ألديناو|Альденау'), 'german', 0.3),
  organisation('TUU', latin('Tuuvala', '图瓦拉|圖瓦拉|トゥーヴァラ|투발라|توفالا|Туувала'), 'nordic', 0.4),
  organisation(
    'WMR',
    latin('Westmoor', '韦斯特穆尔|韋斯特穆爾|ウェストムーア|웨스트무어|ويستمور|Уэстмур'),
    'english',
    0.3,
  ),
  organisation(
    'KRK',
    latin('Karkonia', '卡尔科尼亚|卡爾科尼亞|カルコニア|카르코니아|كاركونيا|Каркония'),
    'slavic',
    0.1,
  ),
  organisation(
    'SNG',
    latin('Snegoria', '斯涅戈里亚|斯涅戈里亞|スネゴリア|스네고리아|سنيغوريا|Снегория'),
    'cyrillic',
    0.2,
  ),
  organisation('QSH', latin('Qingshan', '青山|青山|チンシャン|칭산|تشينغشان|Циншань'), 'han', 0),
  organisation('ISK', latin('Iskvik', '伊斯克维克|伊斯克維克|イスクヴィーク|이스크비크|إسكفيك|Исквик'), 'nordic', 0),
  organisation(
    'HLZ',
    latin('Holzwald', '霍尔茨瓦尔德|霍爾茨瓦爾德|ホルツヴァルト|홀츠발트|هولتسفالد|Хольцвальд'),
    'german',
    0,
  ),
  organisation('SEV', latin('Selvana', '塞尔瓦纳|塞爾瓦納|セルヴァーナ|셀바나|سيلفانا|Сельвана'), 'italian', 0),
  organisation('TTR', latin('Tatrava', '塔特拉瓦|塔特拉瓦|タトラヴァ|타트라바|تاترافا|Татрава'), 'slavic', -0.1),
  organisation('YKN', latin('Yukinohara', '雪原|雪原|雪ノ原|유키노하라|يوكينوهارا|Юкинохара'), 'japanese', -0.1),
  organisation('SRK', latin('Seorak', '雪岳|雪嶽|ソラク|설악|سوراك|Сорак'), 'korean', -0.2),
  organisation(
    'GLN',
    latin('Glenharrow', '格伦哈罗|格倫哈羅|グレンハロー|글렌해로|غلينهارو|Гленхарроу'),
    'english',
    -0.3,
  ),
  organisation(
    'STV',
    latin('Stepnova', '斯捷普诺瓦|斯捷普諾瓦|ステプノワ|스텝노바|ستيبنوفا|Степнова'),
    'cyrillic',
    -0.3,
  ),
  organisation('LNH', latin('Lanhu', '兰湖|蘭湖|ランフー|란후|لانهو|Ланьху'), 'han-traditional', -0.4),
  organisation(
    'CSM',
    latin('Costamar', '科斯塔马尔|科斯塔馬爾|コスタマール|코스타마르|كوستامار|Костамар'),
    'iberian',
    -0.4,
  ),
  organisation('LZD', latin('Luzenda', '卢森达|盧森達|ルセンダ|루센다|لوسيندا|Лусенда'), 'iberian', -0.6),
  organisation(
    'RBV',
    latin('Ribeirova', '里贝罗瓦|里貝羅瓦|リベイロヴァ|히베이로바|ريبيروفا|Рибейрова'),
    'iberian',
    -0.7,
  ),
  organisation('SHM', latin('Shamal', '沙马勒|沙馬勒|シャマール|샤말|شمال|Шамаль'), 'arabic', -0.8),
];

/** The organisation of that code. */
export function organisationOf(code: string): Organisation {
  const found = organisations.find((each) => each.code === code);
  if (found === undefined) throw new Error(`There is no organisation ${code} in the cast.`);
  return found;
}
