import { sortedText } from './sorted-text.js'

/**
 * Legal forms of firms in the countries of the clients and their neighbours, with every way in which they are written.
 * Sources: the civil codes of Russia, Ukraine, Belarus and Kazakhstan (full names and abbreviations); ISO 20275 for the others.
 */

/** Canonical form, then its spellings; a spelling of several words has `_` between them. All lower case, Latin look-alikes included. */
const FORMS = `ооо: ооо ooo тов тзов тдв общество_с_ограниченной_ответственностью товариство_з_обмеженою_відповідальністю
    товариство_з_додатковою_відповідальністю tov tzov общество_ограниченной_ответственности товариство_обмеженої_відповідальності
    obshchestvo_s_ogranichennoi_otvetstvennostiu obshchestvo_s_ogranichennoy_otvetstvennostyu
    tovarystvo_z_obmezhenoiu_vidpovidalnistiu
  одо: одо общество_с_дополнительной_ответственностью
  тоо: тоо товарищество_с_ограниченной_ответственностью
  ао: ао ao ат at акционерное_общество акціонерне_товариство
  оао: оао oao ват открытое_акционерное_общество відкрите_акціонерне_товариство
  зао: зао zao зат закрытое_акционерное_общество закрите_акціонерне_товариство
  пао: пао pao пат публичное_акционерное_общество публічне_акціонерне_товариство
  прат: прат чао приватне_акціонерне_товариство частное_акционерное_общество непубличное_акционерное_общество нао
  чп: чп пп pp chp приватне_підприємство частное_предприятие pryvatne_pidpryiemstvo
  чуп: чуп чтуп частное_унитарное_предприятие частное_торговое_унитарное_предприятие
  ип: ип ip индивидуальный_предприниматель индивидуальное_предприятие
  фоп: фоп флп fop flp фізична_особа_підприємець фізична_особа_-_підприємець физическое_лицо_предприниматель фізособа_підприємець
    підприємець предприниматель
  спд: спд spd спдфо спд_фо спдфл спд_фл суб'єкт_підприємницької_діяльності субєкт_підприємницької_діяльності
    субъект_предпринимательской_деятельности
  пбоюл: пбоюл пбюл предприниматель_без_образования_юридического_лица
  кфх: кфх крестьянское_фермерское_хозяйство крестьянское_(фермерское)_хозяйство
  фг: сфг селянське_фермерське_господарство фермерське_господарство фермерское_хозяйство
  нко: нко ано автономная_некоммерческая_организация некоммерческая_организация
  мп: муп муниципальное_унитарное_предприятие гуп государственное_унитарное_предприятие фгуп
    федеральное_государственное_унитарное_предприятие комунальне_підприємство державне_підприємство
  тсж: тсж осбб снт товарищество_собственников_жилья
  ltd: ltd limited pty_ltd pty_limited proprietary_limited co_ltd co_limited private_limited pvt_ltd лтд лимитед лімітед
  llc: llc limited_liability_company ллс
  llp: llp limited_liability_partnership
  lp: limited_partnership
  plc: plc public_limited_company
  inc: inc incorporated инк
  corp: corp corporation корпорация корпорація
  co: co
  компания: компания компанія company фирма фірма
  gmbh: gmbh gmbh_co_kg gmbh_und_co_kg gesellschaft_mit_beschränkter_haftung ggmbh ug_haftungsbeschränkt гмбх
  srl: srl sro spol_s_ro spol_s_r_o s_r_o s_r_l
  spzoo: spzoo sp_z_oo sp_z_o_o spółka_z_ograniczoną_odpowiedzialnością
  sas: sarl sas
  oy: oy oyj
  aps: aps
  sia: sia
  pte: pte_ltd
  kft: kft`

/**
 * The spellings by their first word, the longest first, as a `sorted-text`: `form word word`, with semicolons between; the
 * first word itself is left out. `scripts/build.js` works it out once.
 */
export function legalFormText(): string {
  const map = new Map<string, { words: string[]; form: string }[]>()
  for (const line of FORMS.replace(/\n {4}/g, ' ').split('\n')) {
    const [form = '', list = ''] = line.trim().split(': ')
    for (const spelling of list.split(/\s+/)) {
      const words = spelling
        .split('_')
        .map((word) => word.replace(/[()'-]/g, ''))
        .filter((word) => word !== '')
      const known = map.get(words[0] ?? '') ?? []
      known.push({ words, form })
      map.set(
        words[0] ?? '',
        known.sort((a, b) => b.words.length - a.words.length),
      )
    }
  }
  const spelt = (list: readonly { words: string[]; form: string }[]): string =>
    list.map(({ words, form }) => [form, ...words.slice(1)].join(' ')).join(';')
  return sortedText([...map].map(([first, list]) => [first, spelt(list)]))
}
