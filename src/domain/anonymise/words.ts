/** What invented names and texts are made of. Given names are rare ones, so that they seldom meet a real client's. */
export type Tongue = 'ru' | 'uk' | 'latin'
export type Sex = 'man' | 'woman'

interface Stock {
  men: readonly string[]
  women: readonly string[]
  /** Beginnings and ends of family names before their ending, and of firms' names. */
  roots: readonly [readonly string[], readonly string[]]
  brands: readonly [readonly string[], readonly string[]]
  /** Words of which notes and letters consist: such as hardly stand in a real one. */
  filler: readonly string[]
  streets: readonly string[]
  address: (street: string, house: number) => string
}

const list = (words: string): string[] => words.split(/\s+/)

export const STOCK: Record<Tongue, Stock> = {
  ru: {
    men: list(
      `аверьян агафон архип гурьян демьян евсей ефрем зосим ипат карп касьян кондрат лавр лукьян макар мирон нестор никодим
      онисим остап пахом поликарп прохор сидор спиридон тихон трифон трофим фрол харитон`,
    ),
    women: list(
      `аглая агния аграфена акулина васса глафира домна евпраксия ефросинья забава зинаида злата капитолина клавдия
      лукерья марфа меланья милица неонила олимпиада пелагея прасковья серафима степанида сусанна таисья устинья
      фаина федосья феврония`,
    ),
    roots: [
      list(`бере вере горо дара езе жада забе зеле кала колу лебе мали мура несте оре пале реве само сури тале туме филе
        хоре чере шале яро`),
      list('б в г д ж з к л м н п р с т х ц ш'),
    ],
    brands: [
      list('астра вела вита гала дельта зори квант лада лири мега мета нова орби пола рива сиби терра ульти феро эко'),
      list('баланс вент град дар кор лайн лит мир мост пласт поле сад сити стиль тех тон транс форм холл центр'),
    ],
    filler: list(
      `берег брусника валежник верба вереск волна иней камыш ковыль кувшинка ландыш мох облако омут осока папоротник
      перелесок подснежник полынь пруд родник роса роща рябина снегопад тропинка тростник хвоя черника шиповник`,
    ),
    streets: list('Верстовая Гончарная Дубравная Заливная Кленовая Луговая Мельничная Озёрная Пасечная Ягодная'),
    address: (street, house) => `ул. ${street}, ${house}`,
  },
  uk: {
    men: list(
      `аверкій богуслав гаврило гнат данко захар зорян касян корній лаврін любомир макар мирон нестор омелян онисим
      остап панас пилип прохор святослав северин тихон трохим устим харитон юхим ярема`,
    ),
    women: list(
      `аглая богуслава векла глафіра горпина дзвінка докія зорина злата калина килина лукія мальва марфа меланія мотря
      одарка олімпія палажка параска серафима солоха текля тодоска устина феодосія федора явдоха ярина`,
    ),
    roots: [
      list(`бере вере горо дара жита забі зеле кала колі лебе малі мура несте оре пале реве само сукі талі туме філе
        хоре чере шале яро`),
      list('б в г д ж з к л м н п р с т х ц ш'),
    ],
    brands: [
      list('астра вела віта гала дельта зорі квант лада лірі мега мета нова орбі пола ріва січе терра ульті феро еко'),
      list('баланс вент град дар кор лайн літ мір міст пласт поле сад сіті стиль тех тон транс форм хол центр'),
    ],
    filler: list(
      `берег верба верес вітерець гай горобина джерело дощик жайвір журавель зірниця іній каштан ковила конвалія
      криничка латаття мох осока очерет папороть пролісок роса синиця сніговій стежина струмок туман хвоя чорниця`,
    ),
    streets: list('Верстова Гончарна Дібровна Заливна Кленова Лугова Млинова Озерна Пасічна Ягідна'),
    address: (street, house) => `вул. ${street}, ${house}`,
  },
  latin: {
    men: list(
      `alaric barnaby caspian corwin dorian evander fintan gideon hollis jolyon leander linus lorcan magnus merrick
      ossian percival quentin rufus silas tobias ulric wendel`,
    ),
    women: list(
      `adelina beatrix calista cordelia drusilla elowen fenella ginevra hestia isolde jessamy leocadia marcella ottilia
      petronella rosalind sabina tamsin thelma ursula winifred zelda`,
    ),
    roots: [
      list(`ald bram cald dorn elm farn garv hald ivel kest lind marl nord orm pell quar rast selb thorn ulv vard wend
        yarl`),
      list('am ber by den dor ell er gar in lo mer mond nor ric ros ton wic'),
    ],
    brands: [
      list(
        'astra bolt civi delta evo faro gala helio inter kilo luma mega nova orbi pola quanta riva terra ultra vela',
      ),
      list('base cast craft dale field form gate grid hall line mark mill path point port shed side tech vale works'),
    ],
    filler: list(
      `alder bracken brook clover drizzle ember fern foxglove frost glade gorse heath heron ivy juniper lichen marsh
      mist moss otter pebble ripple rowan sedge spruce thicket thistle warbler willow wren`,
    ),
    streets: list('Barley Cinder Drovers Fallow Heron Kiln Larch Meadow Orchard Quarry'),
    address: (street, house) => `${house} ${street} Street`,
  },
}

/** Words between the words of a firm's name. */
export const JOINING = new Set(list('и й та і в на по для из з of and the for by de und & co'))

/** Whose day it may be without naming anybody: "wife Anna" keeps its first word. */
export const KINSHIP = new Set(
  list(
    `wife husband son daughter mother father mum dad brother sister grandmother grandfather child boss partner
    жена муж сын дочь дочка мать мама отец папа брат сестра бабушка дедушка ребёнок директор начальник партнёр
    дружина чоловік син донька мати тато батько бабуся дідусь дитина керівник`,
  ),
)

/** Men's names that end as women's do. */
export const MEN_IN_A = new Set(
  list(`никита илья кузьма фома лука савва данила гаврила саша женя миша паша коля петя вася ваня лёша дима микита ілля
    лука сава данила гаврила микола нікіта коля петро михайло данило павло дмитро марко левко`),
)
