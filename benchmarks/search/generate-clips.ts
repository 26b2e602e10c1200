/** A clip as the archive would hand it to the index: described in six languages, with the facets of its chips. */
export type Clip = {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly text: Readonly<Record<string, string>>;
  readonly names: string;
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly dateMs: number;
};

/** Draws clips from a seed: the same seed gives the same clips. Half of them are goals, so that one word is in half. */
export function* generateClips(count: number, seed = 1): Generator<Clip> {
  const random = mulberry32(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  /** Low indices often, high ones seldom, as words and stars do. */
  const pickSkewed = <T>(from: readonly T[]): T => from[Math.floor(random() ** 3 * from.length)] as T;
  const athletes = Array.from({ length: 4000 }, (_, number) => {
    const family = number < families.length ? families[number] : `${pick(families)}${pick(endings)}`;
    return { id: `athlete-${number}`, name: `${pick(given)} ${family}`, team: pick(teams) };
  });
  for (let number = 0; number < count; number += 1) {
    const athlete = pickSkewed(athletes);
    const other = pick(teams);
    const action = random() < 0.5 ? actions[0] : pickSkewed(actions.slice(1));
    const venue = pickSkewed(venues);
    const minute = 1 + Math.floor(random() * 60);
    const bib = 1 + Math.floor(random() * 98);
    const say = (write: Write) => write({ who: athlete.name, bib, minute, venue });
    yield {
      id: `clip-${number}`,
      title: perLanguage((l) => `${action?.[l]}: ${athlete.name} (${athlete.team[l]})`),
      text: perLanguage((l) => `${say(sentences[l])} ${versus[l]} ${other[l]}. ${moods[l][number % 7 === 0 ? 1 : 0]}`),
      names: `${athlete.name} ${bib}`,
      facets: {
        athlete: [athlete.id],
        organisation: [athlete.team.code, other.code],
        discipline: [pickSkewed(disciplines)],
        action: [action?.en ?? ''],
      },
      dateMs: Date.UTC(2026, 1, 6) + Math.floor(random() * 17 * 86_400_000),
    };
  }
}

const languages = ['en', 'fr', 'it', 'de', 'zh-Hans', 'ar'] as const;
type Language = (typeof languages)[number];
type Words = Readonly<Record<Language, string>>;
type Write = (facts: { who: string; bib: number; minute: number; venue: string }) => string;

function perLanguage(write: (language: Language) => string): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, write(language)]));
}

function words(en: string, fr: string, it: string, de: string, zh: string, ar: string): Words {
  return { en, fr, it, de, 'zh-Hans': zh, ar };
}

const actions = [
  words('Goal', 'But', 'Gol', 'Tor', '进球', 'هدف'),
  words('Save', 'Arrêt', 'Parata', 'Parade', '扑救', 'تصدٍّ'),
  words('Penalty', 'Pénalité', 'Penalità', 'Strafe', '犯规', 'عقوبة'),
  words('Shot', 'Tir', 'Tiro', 'Schuss', '射门', 'تسديدة'),
  words('Face-off', 'Mise au jeu', 'Ingaggio', 'Bully', '争球', 'بداية اللعب'),
  words('Fall', 'Chute', 'Caduta', 'Sturz', '摔倒', 'سقوط'),
  words('Jump', 'Saut', 'Salto', 'Sprung', '跳跃', 'قفزة'),
  words('Finish', 'Arrivée', 'Arrivo', 'Zielankunft', '冲线', 'الوصول'),
  words('Medal ceremony', 'Remise des médailles', 'Premiazione', 'Siegerehrung', '颁奖仪式', 'حفل التتويج'),
];

const teams = [
  { code: 'CAN', ...words('Canada', 'Canada', 'Canada', 'Kanada', '加拿大', 'كندا') },
  { code: 'SWE', ...words('Sweden', 'Suède', 'Svezia', 'Schweden', '瑞典', 'السويد') },
  { code: 'FIN', ...words('Finland', 'Finlande', 'Finlandia', 'Finnland', '芬兰', 'فنلندا') },
  { code: 'ITA', ...words('Italy', 'Italie', 'Italia', 'Italien', '意大利', 'إيطاليا') },
  { code: 'GER', ...words('Germany', 'Allemagne', 'Germania', 'Deutschland', '德国', 'ألمانيا') },
  { code: 'CHN', ...words('China', 'Chine', 'Cina', 'China', '中国', 'الصين') },
  { code: 'SUI', ...words('Switzerland', 'Suisse', 'Svizzera', 'Schweiz', '瑞士', 'سويسرا') },
  { code: 'NOR', ...words('Norway', 'Norvège', 'Norvegia', 'Norwegen', '挪威', 'النرويج') },
  { code: 'JPN', ...words('Japan', 'Japon', 'Giappone', 'Japan', '日本', 'اليابان') },
  { code: 'CZE', ...words('Czechia', 'Tchéquie', 'Cechia', 'Tschechien', '捷克', 'التشيك') },
];

const sentences: Record<Language, Write> = {
  en: (f) => `${f.who}, number ${f.bib}, in minute ${f.minute} at ${f.venue}`,
  fr: (f) => `${f.who}, numéro ${f.bib}, à la minute ${f.minute}, à ${f.venue}`,
  it: (f) => `${f.who}, numero ${f.bib}, al minuto ${f.minute}, a ${f.venue}`,
  de: (f) => `${f.who}, Nummer ${f.bib}, in Minute ${f.minute} in ${f.venue}`,
  'zh-Hans': (f) => `${f.bib}号球员${f.who}在第${f.minute}分钟，${f.venue}`,
  ar: (f) => `${f.who}، رقم ${f.bib}، في الدقيقة ${f.minute} في ${f.venue}`,
};
const versus = words('against', 'contre', 'contro', 'gegen', '对阵', 'ضد');
const moods: Record<Language, readonly [string, string]> = {
  en: ['The crowd applauds.', 'A decisive moment of the tournament!'],
  fr: ['Le public applaudit.', 'Un moment décisif du tournoi !'],
  it: ['Il pubblico applaude.', 'Un momento decisivo del torneo!'],
  de: ['Das Publikum jubelt.', 'Ein entscheidender Augenblick des Turniers!'],
  'zh-Hans': ['观众鼓掌。', '本届赛事的关键时刻！'],
  ar: ['الجمهور يصفق.', 'لحظة حاسمة في البطولة!'],
};
const disciplines = ['IHO', 'ALP', 'FSK', 'STK', 'SSK', 'BTH', 'CCS', 'CUR', 'SBD', 'FRS', 'LUG', 'BOB', 'SKN', 'NCB'];
const venues = ['Santagiulia Arena', 'Rho Arena', 'Stelvio', 'Tofane', 'Cortina', 'Livigno', 'Anterselva', 'Predazzo'];
const given = 'Anna Marie Luca Giulia Jonas Éva Mats Sofia Connor Noël Zoë Björn Aino Wei Yuki Omar Lena Petr'.split(
  ' ',
);
const families = `McDavid Müller Rossi Nieminen Lindqvist Dubois O'Brien Tanaka Novák Hansen Weber Bianchi Lefèvre Wang
  Zhang Sørensen Łukasz Al-Kindi Virtanen Keller Esposito Fournier Schneider Martin Gagnon Tremblay`.split(/\s+/);
const endings = 'sson mäki er ini eau ová ström vic ez off is ardt elli ier un ka to ler by dal'.split(' ');

/** A small seeded generator: mulberry32, public domain, by Tommy Ettinger. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
