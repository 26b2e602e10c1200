import { texts, type Texts } from '../texts.ts';

/** A venue of the demo Games. */
export type Venue = {
  readonly code: string;
  readonly names: Texts;
  /** IANA zone. */
  readonly zone: string;
  readonly locations: Readonly<Record<string, string>>;
};

/** Zone of the Games: of the schedule and of everything that is not at a venue. */
export const gamesZone = 'Europe/Oslo';

/** Four places; the alpine slopes lie across the border, an hour ahead. */
export const venues = {
  alpine: {
    code: 'VDH',
    names: texts(
      'Vindheim Slopes|Pistes de Vindheim|Vindheim-Pisten|Piste di Vindheim|Pistas de Vindheim|Pistas de Vindheim|温德海姆滑雪场|溫德海姆滑雪場|ヴィンヘイム・スロープ|빈헤임 슬로프|منحدرات فيندهايم|Трассы Виндхейм',
    ),
    zone: 'Europe/Helsinki',
    locations: { VDD: 'Downhill Course' },
  },
  nordic: {
    code: 'SKV',
    names: texts(
      'Skarvann Nordic Park|Parc nordique de Skarvann|Nordischer Park Skarvann|Parco nordico di Skarvann|Parque nórdico de Skarvann|Parque Nórdico de Skarvann|斯卡尔万北欧滑雪公园|斯卡爾萬北歐滑雪公園|スカルヴァン・ノルディックパーク|스카르반 노르딕 파크|منتزه سكارفان النوردي|Лыжный парк Скарванн',
    ),
    zone: gamesZone,
    locations: { SKC: 'Cross-Country Stadium', SKH: 'Normal Hill', SKB: 'Biathlon Stadium' },
  },
  arena: {
    code: 'ALA',
    names: texts(
      'Altis Arena|Aréna Altis|Altis-Arena|Arena Altis|Arena Altis|Arena Altis|阿尔提斯体育馆|阿爾提斯體育館|アルティス・アリーナ|알티스 아레나|ساحة ألتيس|Арена «Альтис»',
    ),
    zone: gamesZone,
    locations: { ALA: 'Main Rink' },
  },
  palace: {
    code: 'KRP',
    names: texts(
      'Crystal Ice Palace|Palais de glace Cristal|Kristall-Eispalast|Palaghiaccio Cristallo|Palacio de Hielo Cristal|Palácio de Gelo Cristal|水晶冰宫|水晶冰宮|クリスタル・アイスパレス|크리스털 아이스 팰리스|قصر الجليد البلوري|Ледовый дворец «Кристалл»',
    ),
    zone: gamesZone,
    locations: { KRP: 'Competition Rink' },
  },
} as const satisfies Record<string, Venue>;
