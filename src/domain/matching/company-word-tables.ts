import { foldWord } from '../fold.js'
import { sortedText, turnedText } from './sorted-text.js'

/** The words of trade as texts, see `sorted-text`. */
export interface CompanyWordTables {
  /** Of each folded spelling its place in the list and the fold of the word, with a space between. */
  spellings: string
  /** The spellings that are long enough to be known in spite of a slip, turned round. */
  turned: string
  /** The folds of the words. */
  words: string
}

/** Words so long that one slip in them cannot make another one. */
export const LEAST_KNOWN = 8

/**
 * Words of trade that stand in the names of firms: spellings of one word in several languages with `=` between them. Words that are
 * only translations of each other are not joined, as a firm keeps its name when it writes in another language.
 */
const BUSINESS = `авто=auto агро=agro строй=stroy буд=bud пром=prom торг=torg тех=техно=techno=tech=tec сервис=сервіс=service=services
  групп=груп=group=группа=група трейд=trade трейдинг=trading=трейдінг лайн=line медиа=медіа=media студия=студія=studio=studios
  логистика=логістика=logistics=logistic=логистик=логистикс консалт=consult консалтинг=консалтінг=consulting маркет=market
  маркетинг=marketing центр=center=centre=centr=tsentr эко=еко=eco мебель=меблі технологии=технології=technologies=technology
  технолоджи=технолоджис плюс=plus профи=профі=profi=проф=prof про=pro инвест=інвест=invest дизайн=design транс=trans снаб
  союз=soyuz альянс=alliance мастер=майстер=master элит=еліт=elite экспресс=експрес=express прогресс=прогрес=progress
  партнер=partner=partners=партнёры эксперт=експерт=expert феникс=фенікс=phoenix=feniks престиж=prestige гарант=garant
  комфорт=comfort вектор=vector металл=метал=metal=metall=metals электро=електро=electro мега=mega стиль=стайл=style
  системы=системи=systems=system=систем солюшнс=solutions=solution холдинг=holding=holdings
  агентство=агенція=agency бюро=bureau фабрика=factory банк=bank клуб=club кафе=cafe ресторан=restaurant отель=готель=hotel=хотел
  салон=salon клиника=клініка=clinic школа=school академия=академія=academy labs=lab=лаб=лабс лаборатория=лабораторія=laboratory
  foods=food=фуд=фудс энерго=енерго=energo энергия=енергія=energy=энерджи софт=soft=software инжиниринг=інжиніринг=engineering
  индустрия=індустрія=industry=industries=индастриз импорт=імпорт=import экспорт=експорт=export моторс=motors=motor=мотор
  properties=property=пропертиз спорт=sport=sports туризм=tourism тур=tour=tours тревел=тревэл=travel ивент=івент=event=events
  фото=photo видео=відео=video принт=print пресс=прес=press бизнес=бізнес=business офис=офіс=office финанс=фінанс=finance
  капитал=капітал=capital арт=art дент=dent дентал=dental мед=med медика=медіка=medica фарм=фарма=pharma=farm карго=cargo
  альфа=alpha=alfa омега=omega дельта=delta сигма=sigma гамма=gamma орион=оріон=orion олимп=олімп=olimp=olympus
  юг південь север північ восток схід запад захід дом дім мир світ лидер лідер=leader магазин склад завод мода торговый`

const LATIN = /^[a-z]+$/

/** The fold, with c before a, o, u and consonants as the k that Cyrillic writes for it: "Vector" and «Вектор». */
export function foldLatin(word: string): string {
  const lower = word.toLowerCase()
  return foldWord(LATIN.test(lower) && lower.includes('c') ? lower.replace(/(?<!s)c(?![hkeiyz])/g, 'k') : lower)
}

/** Works the tables out of the list; `scripts/build.js` does so once. */
export function companyWordTables(): CompanyWordTables {
  const map = new Map<string, string>()
  for (const group of BUSINESS.split(/\s+/)) {
    const spellings = group.split('=')
    const first = foldWord(spellings[0] ?? '')
    for (const spelling of spellings) if (!map.has(foldLatin(spelling))) map.set(foldLatin(spelling), first)
  }
  return {
    spellings: sortedText([...map].map(([spelling, word], place) => [spelling, `${place} ${word}`])),
    turned: turnedText([...map.keys()].filter(({ length }) => length >= LEAST_KNOWN)),
    words: sortedText([...new Set(map.values())].map((word) => [word, ''])),
  }
}
