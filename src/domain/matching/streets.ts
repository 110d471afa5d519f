import { foldWord } from '../fold.js'
import { slipsBetween } from './slips.js'

/** What a word of an address says about what stands beside it. */
type Role = 'way' | 'house' | 'block' | 'flat' | 'city' | 'region' | 'country' | 'skip' | 'name'

/**
 * Kinds of ways: canonical name, then its spellings. A plain street has none, as it is left out as often as not in Russian and Ukrainian;
 * English names need theirs: Station Road is not Station Street.
 */
const WAYS = `=ул улица вул вулиця ulitsa ulica ul vul vulytsia vulitsa вулица
  pr=пр проспект просп пр-т пр-кт пркт прт prospekt prosp prospect prt
  per=пер переулок провулок пров перулок pereulok provulok
  bul=бул бульвар бульв б-р бр bulvar boulevard blvd blv
  pl=пл площадь площа ploshchad square sq майдан plaza
  wos=ш шоссе шосе shosse highway hwy
  nab=наб набережная_ набережна_ embankment
  pro=проезд проїзд пр-д прд
  al=аллея алея alley
  tup=тупик tupik
  mkr=мкр мкрн мкр-н микрорайон мікрорайон
  rd=road rd
  st=street str st
  av=avenue ave av aven
  dr=drive drv dr
  ln=lane ln
  ct=court ct crt
  pla=place plc
  cr=crescent cres cr
  cl=close cl
  ter=terrace ter tce terr
  way=way
  pde=parade pde
  cir=circuit circle cct cir
  gr=grove gr
  gdns=gardens gdns garden
  str=strasse straße platz weg allee gasse`

const ROLES: readonly (readonly [Role, string])[] = [
  ['house', 'д дом буд будинок б house dom bud no nr'],
  [
    'block',
    'корп корпус к кор стр строение строєння лит литера літ літера block bldg building секция секція corp korp',
  ],
  [
    'flat',
    'кв квартира квар apt apartment apart flat unit suite ste оф офис офіс комн комната кімната ком пом помещение kv kvartira room villa',
  ],
  ['city', 'г город м місто гор пгт смт с село пос посёлок поселок селище дер деревня ст станица хутор city town'],
  ['region', 'обл область oblast край район р-н рн рай республика респ округ county shire state'],
  [
    'country',
    'россия рф росія украина україна беларусь білорусь казахстан russia ukraine belarus usa uk england scotland wales australia germany deutschland usa',
  ],
  ['skip', 'имени им ім імені индекс індекс index подъезд підїзд под этаж поверх эт домофон тел the'],
]

/** Streets that have one name in Russian and another in Ukrainian, as they are folded; translated, not spelled differently. */
const TRANSLATED = `школьная=шкільна лесная=лісова молодёжная=молодіжна молодежная=молодіжна солнечная=сонячна цветочная=квіткова победы=перемоги
  независимости=незалежності весенняя=весняна звёздная=зоряна звездная=зоряна майская=травнева октябрьская=жовтнева рабочая=робітнича
  железнодорожная=залізнична южная=південна северная=північна западная=західна восточная=східна свободы=свободи стрельцов=стрільців
  сечевых=січових мира=миру героев=героїв вишнёвая=вишнева озёрная=озерна почтовая=поштова больничная=лікарняна дружбы=дружби
  полевая=польова первомайская=першотравнева казацкая=козацька вокзальная=вокзальна речная=річкова космонавтов=космонавтів
  строителей=будівельників учительская=вчительська садовая=садова леси=лесі украинки=українки луговая=лугова`

/** A word of an address: its role, and its fold without the ending that differs by case and language. */
export interface PlaceWord {
  role: Role
  /** The stem of a name, the canonical kind of a way, '' of a plain street. */
  stem: string
}

const VOWEL = /(?:[aeiou]+|ogo|ig)$/

/** «Шевченко», «Шевченка»; «Мира», «Миру»; «Центральная», «Центральна»: the last vowel falls. */
function stemOf(word: string): string {
  const folded = foldWord(word)
  const stem = folded.length > 3 ? folded.replace(VOWEL, '') : folded
  return stem.length >= 2 ? stem : folded
}

const known = new Map<string, PlaceWord>()
let translated: Map<string, string> | null = null

function load(): void {
  for (const [role, words] of ROLES) for (const word of words.split(' ')) known.set(word, { role, stem: '' })
  for (const line of WAYS.split('\n')) {
    const [way = '', words = ''] = line.trim().split('=')
    for (const word of words.split(' ')) if (!word.endsWith('_')) known.set(word, { role: 'way', stem: way })
  }
  translated = new Map()
  for (const pair of TRANSLATED.split(/\s+/)) {
    const [russian = '', ukrainian = ''] = pair.split('=')
    translated.set(stemOf(russian), stemOf(ukrainian))
  }
}

const GERMAN = /^(\p{L}{3,}?)-?(?:str|straße|strasse|stra[sß]e)$/u

const seen = new Map<string, PlaceWord>()

/** What a word of an address is, in any case; repeated words are remembered. */
export function placeWord(word: string): PlaceWord {
  let found = seen.get(word)
  if (found === undefined) {
    if (translated === null) load()
    found = readWord(word.toLowerCase().replace(/['’ʼ`]/g, ''))
    if (seen.size > 50_000) seen.clear()
    seen.set(word, found)
  }
  return found
}

function readWord(lower: string): PlaceWord {
  const role = known.get(lower)
  if (role) return role
  const german = lower.includes('str') ? GERMAN.exec(lower) : null
  const name = german?.[1] ?? lower
  const stem = name.includes('-') ? name.split('-').map(stemOf).join(' ') : stemOf(name)
  return { role: 'name', stem: translated?.get(stem) ?? slipped(stem) ?? stem }
}

/** Names so long that a slip in them makes no other one. */
const LEAST_KNOWN = 8

/** The translation of a long name with a slip in it, so that it stays near the name it was meant to be. */
function slipped(stem: string): string | undefined {
  if (stem.length < LEAST_KNOWN || translated === null) return undefined
  for (const [russian, ukrainian] of translated)
    if (russian.length >= LEAST_KNOWN && slipsBetween(stem, russian, 1) === 1) return ukrainian
  return undefined
}
