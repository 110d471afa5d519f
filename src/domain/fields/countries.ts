import { looseText } from '../fold.js'

/** Source: ISO 3166-1, alpha-2 codes. */
const CODES = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF ' +
    'CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH ' +
    'GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW ' +
    'KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG ' +
    'NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN ' +
    'SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ' +
    'ZA ZM ZW'
  ).split(' '),
)

/** How countries are called in English, Russian and Ukrainian, and other spellings that address books have. */
const NAMES = `
UA Ukraine, Украина, Україна, UKR
RU Russia, Россия, Росія, Russian Federation, Российская Федерация, Російська Федерація, РФ, RUS
BY Belarus, Беларусь, Білорусь, Белоруссия, Республика Беларусь, BLR
KZ Kazakhstan, Казахстан, Республика Казахстан, KAZ
MD Moldova, Молдова, Молдавия, Молдавія
GE Georgia, Грузия, Грузія
AM Armenia, Армения, Вірменія
AZ Azerbaijan, Азербайджан
UZ Uzbekistan, Узбекистан
KG Kyrgyzstan, Кыргызстан, Киргизия, Киргизстан, Киргизія
TJ Tajikistan, Таджикистан
TM Turkmenistan, Туркменистан, Туркмения, Туркменія
LT Lithuania, Литва
LV Latvia, Латвия, Латвія
EE Estonia, Эстония, Естонія
PL Poland, Польша, Польща, Polska
DE Germany, Германия, Німеччина, Deutschland
AT Austria, Австрия, Австрія
CH Switzerland, Швейцария, Швейцарія
CZ Czechia, Чехия, Чехія, Czech Republic
SK Slovakia, Словакия, Словаччина
HU Hungary, Венгрия, Угорщина
RO Romania, Румыния, Румунія
BG Bulgaria, Болгария, Болгарія
RS Serbia, Сербия, Сербія
ME Montenegro, Черногория, Чорногорія
HR Croatia, Хорватия, Хорватія
SI Slovenia, Словения, Словенія
BA Bosnia and Herzegovina, Босния и Герцеговина, Боснія і Герцеговина
MK North Macedonia, Северная Македония, Північна Македонія
AL Albania, Албания, Албанія
GR Greece, Греция, Греція
CY Cyprus, Кипр, Кіпр
TR Turkey, Турция, Туреччина, Türkiye
IL Israel, Израиль, Ізраїль
GB United Kingdom, Великобритания, Велика Британія, UK, England, Britain, Англия, Англія, Great Britain, GBR
IE Ireland, Ирландия, Ірландія
FR France, Франция, Франція
ES Spain, Испания, Іспанія
PT Portugal, Португалия, Португалія
IT Italy, Италия, Італія
NL Netherlands, Нидерланды, Нідерланди, Голландия, Голландія, The Netherlands
BE Belgium, Бельгия, Бельгія
LU Luxembourg, Люксембург
DK Denmark, Дания, Данія
SE Sweden, Швеция, Швеція
NO Norway, Норвегия, Норвегія
FI Finland, Финляндия, Фінляндія
IS Iceland, Исландия, Ісландія
MT Malta, Мальта
US United States, Соединённые Штаты, Сполучені Штати, USA, U.S.A., США, United States of America
CA Canada, Канада
MX Mexico, Мексика
BR Brazil, Бразилия, Бразилія
AR Argentina, Аргентина
AU Australia, Австралия, Австралія
NZ New Zealand, Новая Зеландия, Нова Зеландія
CN China, Китай, КНР
JP Japan, Япония, Японія
KR South Korea, Южная Корея, Південна Корея, Korea
MN Mongolia, Монголия, Монголія
IN India, Индия, Індія
TH Thailand, Таиланд, Таїланд
VN Vietnam, Вьетнам, В'єтнам, Viet Nam
ID Indonesia, Индонезия, Індонезія
SG Singapore, Сингапур, Сінгапур
AE United Arab Emirates, Объединённые Арабские Эмираты, Об'єднані Арабські Емірати, UAE, ОАЭ, ОАЕ
SA Saudi Arabia, Саудовская Аравия, Саудівська Аравія
EG Egypt, Египет, Єгипет
ZA South Africa, ЮАР, ПАР`

/** Compared without case, marks and apostrophes. */
const plain = (name: string): string => looseText(name).replace(/[.\s’ʼ'_-]+/g, '')

let byName: Map<string, string> | null = null

const namesAndCodes = (): [string, string][] =>
  NAMES.trim()
    .split('\n')
    .flatMap((line) =>
      line
        .slice(3)
        .split(', ')
        .map((name): [string, string] => [name, line.slice(0, 2)]),
    )

/** The code of a country by its code or by its name in one of three languages; null for what is none. */
export function countryOf(text: string): string | null {
  const typed = text.trim()
  const code = typed.toUpperCase()
  if (CODES.has(code)) return code
  byName ??= new Map(namesAndCodes().map(([name, key]) => [plain(name), key]))
  return byName.get(plain(typed)) ?? null
}
