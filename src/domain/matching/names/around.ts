import type { Sex } from './key.js'

/** What stands around a name and is no part of it. */
export type WordKind = 'name' | 'title' | 'particle' | 'generation' | 'son' | 'clutter'

const list = (words: string): string[] => words.trim().split(/\s+/)

const TITLES = new Map<string, Sex>([
  ...list('господин пан mr mister herr señor senor sir lord monsieur signor').map((word) => [word, 'male'] as const),
  ...list('госпожа пані пани mrs ms miss madam madame frau lady mme señora senora signora dame').map(
    (word) => [word, 'female'] as const,
  ),
  ...list('доктор др dr doctor prof professor профессор професор проф rev hon capt').map(
    (word) => [word, null] as const,
  ),
])

const KIN = new Set(
  list(`тетя тётя дядя тітка дядько баба бабушка бабуся дед дедушка дід мама папа тато сын син дочь дочка сестра брат муж жена
    чоловік дружина сосед соседка сусід сусідка друг подруга подружка кума кум aunt uncle mom dad grandma grandpa neighbour neighbor`),
)

const PARTICLES = new Set(
  list(
    'ван фон дер ден де ди да ла дель дос эль аль ибн бен тер ле дю мак von van der den de di da la del dos du el al ibn ter zu le los das do della dello mc mac st san santa bin',
  ),
)

const SONS = new Map<string, Sex>([
  ...list('оглы оглу огли улы уулу угли ogly oglu ogli uly uulu').map((word) => [word, 'male'] as const),
  ...list('кызы кизи гызы қызы kyzy kizi qizi gizi').map((word) => [word, 'female'] as const),
])

const GENERATIONS = new Map([
  ...list('jr junior мл младший молодший младшая молодша').map((word) => [word, 'jr'] as const),
  ...list('sr senior ст старший старшая старша').map((word) => [word, 'sr'] as const),
  ['ii', 'ii'],
  ['iii', 'iii'],
  ['iv', 'iv'],
])

/** Whose phone it is, or who it is: «Мама Саши», «Ольга Петрова (муж)». */
const KIN_MARKS = new Map([
  ...list('сын син son').map((word) => [word, 'jr'] as const),
  ...list('отец папа батько тато father dad').map((word) => [word, 'sr'] as const),
  ...list('мать мама мати mother mom mum').map((word) => [word, 'mother'] as const),
  ...list('дочь дочка донька daughter').map((word) => [word, 'daughter'] as const),
  ...list('муж чоловік husband').map((word) => [word, 'husband'] as const),
  ...list('жена дружина wife').map((word) => [word, 'wife'] as const),
  ...list('брат brother').map((word) => [word, 'brother'] as const),
  ...list('сестра sister').map((word) => [word, 'sister'] as const),
])

/** By what people remember a client: trades, places where they met, words of the address book. */
const CLUTTER = new Set(
  list(`авито avito юла олх olx инста инстаграм інстаграм instagram insta вк vk вацап ватсап вотсап whatsapp вайбер viber телеграм
    телеграмм telegram тг tg скайп skype сайт site яндекс google гугл реклама циан озон ozon профи фейсбук facebook новый новая нова
    новий клиент клиентка клієнт клієнтка мастер майстер такси таксі маникюр манікюр педикюр педікюр ресницы вії брови бровист
    массаж масаж стрижка волосы косметолог парикмахер визажист шугаринг депиляция наращивание покраска фотограф фото йога тренер
    фитнес репетитор ремонт сантехник электрик торт торты цветы квіти доставка магазин рынок ринок работа робота школа садик спортзал
    vip вип временный тест test client customer work office home mobile моб раб дом тел phone nails lashes brows hair massage`),
)

const CLUTTER_ALONE = /^[a-zа-яёіїєґ]$/

/** What a word in lower case is by itself. */
export function kindOf(word: string): WordKind {
  if (TITLES.has(word) || KIN.has(word)) return 'title'
  if (SONS.has(word)) return 'son'
  if (GENERATIONS.has(word)) return 'generation'
  if (PARTICLES.has(word)) return 'particle'
  return CLUTTER.has(word) && !CLUTTER_ALONE.test(word) ? 'clutter' : 'name'
}

/** Sex of a title or of «оглы»/«кызы»; null where it shows none. */
export const sexAround = (word: string): Sex => TITLES.get(word) ?? SONS.get(word) ?? null

export const generationOf = (word: string): string => GENERATIONS.get(word) ?? KIN_MARKS.get(word) ?? ''
