/** Where names come from: their letters, and their own script where it is another. */
export type Culture =
  | 'nordic'
  | 'german'
  | 'english'
  | 'french'
  | 'italian'
  | 'iberian'
  | 'slavic'
  | 'cyrillic'
  | 'han'
  | 'han-traditional'
  | 'japanese'
  | 'korean'
  | 'arabic';

/** A part of a name in Latin letters, and in its own script where that is another. */
export type NamePart = { readonly latin: string; readonly local?: string };

type Names = {
  readonly men: readonly NamePart[];
  readonly women: readonly NamePart[];
  readonly families: readonly NamePart[];
  /** Family names of women where they differ. */
  readonly familiesOfWomen?: readonly NamePart[];
};

/** `Li=李 Wang=王`; "_" stands for a space inside a name. */
const parts = (written: string): NamePart[] =>
  written
    .trim()
    .split(/\s+/)
    .map((part): NamePart => {
      const [latin = '', local] = part.replaceAll('_', ' ').split('=');
      return local === undefined ? { latin } : { latin, local };
    });

const names = (men: string, women: string, families: string, familiesOfWomen?: string): Names => ({
  men: parts(men),
  women: parts(women),
  families: parts(families),
  ...(familiesOfWomen !== undefined && { familiesOfWomen: parts(familiesOfWomen) }),
});

/** Usual names, joined by chance: whoever bears one of them in life is not meant. */
export const namesOf: Readonly<Record<Culture, Names>> = {
  nordic: names(
    'Aksel Eirik Håvard Sindre Tero Ilmari Björn Þorri Søren Lasse Onni Vetle',
    'Ingrid Maren Åshild Sólveig Aino Liisa Freja Tuva Signe Helmi Astrid Björk',
    'Bråthen Størksen Fjellvang Myrdal Räikkälä Väisäläinen Koskiranta Lindqvær Ødegårdsvik Hallgrímsson Nyström Snøfjord Vintervik Isaksdal Skoglid Tunturila',
  ),
  german: names(
    'Lukas Matthias Jörg Benedikt Florian Sebastian Niklas Jürgen Xaver Severin Tobias Kilian',
    'Anneliese Franziska Käthe Magdalena Ursula Theresa Johanna Lena Mechthild Veronika Ronja Elif',
    'Grünwaldt Hochleitner Schneeberger Kaltenbrunn Weißhaupt Lärchner Steinmüller Almhofer Brückl Gratzer Frostner Wiesböck Talhuber Eisenreich',
  ),
  english: names(
    'Callum Owen Seán Rhys Declan Tyrone Kwame Angus Finlay Jasper',
    'Niamh Siobhán Harriet Ailsa Maeve Imogen Zadie Bronwen Orla Tamsin',
    "O'Farraigh MacAllarie Thornbury Blackwold Winterbourne Ashcombe Hartnoll Okonjo-Reed Fairweather Penrosse Llewellin D'Arcy-Hale",
  ),
  french: names(
    'Mathéo Loïc Émile Théophile Gaël Bastien Corentin Aurélien Yanis Noé',
    'Anaïs Océane Élodie Margaux Maëlle Clémence Inès Solène Aïcha Joséphine',
    "D'Aubreville Saint-Aubert Lefrançay Chamontel Béranger Vallauret Duchêne-Roy Montgarde L'Héritage Grandneige Rouvière Tissandre",
  ),
  italian: names(
    'Niccolò Giosuè Alvise Tommaso Raffaele Dario Ruggero Elia Simone Jannik',
    'Ginevra Letizia Noemi Costanza Ludovica Beatrice Arianna Nives Elettra Sabrina',
    "Dell'Arsa Montefreddo Brunelleri Valtorrese Nevini De_Ghiacci Alpestri Corvaglia D'Ombrosa Rastelliero Sartoriello Pederzane",
  ),
  iberian: names(
    'Iñaki Joaquín Álvaro Gonçalo Rui Sebastián Nicolás João Tomás Efraín',
    'Begoña Lucía Inês Conceição Valentina Ximena Graça Noelia Júlia Belén',
    'Echeburúa Montañés Peñaranda Guimarãez Nevado Salgueiral Ibargüen Conceiçoso Cordillero Fonsecal Vallehermoso Quiñonez',
  ),
  slavic: names(
    'Tomáš Jeremiáš Łukasz Zbigniew Vuk Matej Ondřej Jaromír Bartłomiej Žiga',
    'Kateřina Šárka Agnieszka Małgorzata Živa Mojca Ľudmila Božena Jadwiga Petra',
    'Říhovec Kůrka Żmudziński Dworzec Đurašević Hribernik Sněžka Zimowit Kováčik Lędzian Štěpnik Mrázek',
    'Říhovcová Kůrková Żmudzińska Dworzecka Đurašević Hribernik Sněžková Zimowit Kováčiková Lędzian Štěpniková Mrázková',
  ),
  cyrillic: names(
    'Aleksei=Алексей Dmitri=Дмитрий Yegor=Егор Mikhail=Михаил Fyodor=Фёдор Timur=Тимур Gleb=Глеб Ruslan=Руслан Vsevolod=Всеволод',
    'Anastasia=Анастасия Yelena=Елена Ksenia=Ксения Lyubov=Любовь Zoya=Зоя Polina=Полина Vasilisa=Василиса Dinara=Динара',
    'Zimnikov=Зимников Sneginov=Снегинов Metelin=Метелин Vyugov=Вьюгов Lyodov=Лёдов Severyanin=Северянин Moroshkin=Морошкин Tayozhny=Таёжный Ozerov=Озёров Gornov=Горнов',
    'Zimnikova=Зимникова Sneginova=Снегинова Metelina=Метелина Vyugova=Вьюгова Lyodova=Лёдова Severyanina=Северянина Moroshkina=Морошкина Tayozhnaya=Таёжная Ozerova=Озёрова Gornova=Горнова',
  ),
  han: names(
    'Yunfan=云帆 Xuesong=雪松 Haoran=浩然 Bowen=博文 Zihao=子豪 Jianyu=建宇 Lei=磊 Tianyi=天一 Ming=明',
    'Xue=雪 Meiling=美玲 Ruoxi=若曦 Bing=冰 Jiayi=佳怡 Wanqing=婉清 Yuhan=雨涵 Lan=兰 Shiyu=诗雨',
    'Li=李 Wang=王 Zhao=赵 Ouyang=欧阳 Lü=吕 Xu=徐 Zeng=曾 Shen=沈 Qiu=邱 Luo=罗 Tang=唐',
  ),
  'han-traditional': names(
    'Chih-ming=志明 Chun-chieh=俊傑 Kuan-yu=冠宇 Po-han=柏翰 Tzu-hsuan=子軒',
    'Mei-hui=美惠 Shu-fen=淑芬 Ya-ting=雅婷 Hsin-yi=欣怡 Pei-shan=佩珊',
    'Chen=陳 Lin=林 Huang=黃 Chang=張 Wu=吳 Liu=劉 Hsieh=謝 Yeh=葉',
  ),
  japanese: names(
    'Haruto=陽翔 Ren=蓮 Sōta=颯太 Takumi=拓海 Yūki=勇気 Daichi=大地 Kazuma=一馬 Hayato=隼人',
    'Yuki=雪 Sakura=さくら Hina=陽菜 Misaki=美咲 Aoi=葵 Kaori=香織 Nanami=七海 Rin=凛',
    'Yukimura=雪村 Kazehaya=風早 Shirayama=白山 Fuyutsuki=冬月 Kōriyama=氷山 Hoshino=星野 Takamine=高嶺 Minamoto=源 Asakura=朝倉',
  ),
  korean: names(
    'Min-jun=민준 Seo-jun=서준 Do-yun=도윤 Ji-ho=지호 Hyun-woo=현우 Tae-yang=태양 Seung-min=승민',
    'Seo-yeon=서연 Ji-woo=지우 Ha-eun=하은 Su-bin=수빈 Ye-jin=예진 Bo-ram=보람 Na-ri=나리',
    'Kim=김 Lee=이 Park=박 Choi=최 Jeong=정 Kang=강 Namgung=남궁 Seol=설 Hwang=황 Ma=마',
  ),
  arabic: names(
    'Idris=إدريس Karim=كريم Youssef=يوسف Samir=سمير Tariq=طارق Nabil=نبيل Ziyad=زياد Hamza=حمزة',
    'Layla=ليلى Salma=سلمى Nour=نور Hanan=حنان Rim=ريم Amal=أمل Yasmin=ياسمين Dalal=دلال',
    'Al-Marzuq=المرزوق Benouali=بن_والي El-Tazi=الطازي Hakkani=الحقاني Al-Thalji=الثلجي Al-Rashidi=الراشدي Khoury=خوري Al-Jabali=الجبلي Haddadine=حدادين',
  ),
};
