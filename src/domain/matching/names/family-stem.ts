import type { Sex } from './key.js'

/** A family name by its shape. */
export interface FamilyShape {
  /** Without the ending that differs by sex. */
  stem: string
  sex: Sex
  /** 3: hardly any word but a family name ends so; 1: many family names do; 0: nothing tells. */
  weight: 0 | 1 | 3
}

const NOTHING: FamilyShape = { stem: '', sex: null, weight: 0 }

/** Family names that end like a woman's and are everybody's: «Щербина», "Medina". */
const UNSEXED =
  /^(щербина|калина|малина|бузина|дружина|картина|година|рябина|долина|вершина|скрипина|перина|былина|дубина|половина|середина|мостовина|галушина|личина|хвощина|ялина|шина|глина|medina|molina|martina|villanueva|casanova|nova|sova|сова|ева|eva)$/

const STRONG_CYRILLIC =
  /(.[оеёє]в|.[оеёє]ва|[сцз]ь?к[иі]й|[сцз]ь?кая|[сзц]ька|.енко|.чук|швил[иі]|.дзе|.щук|.ейко|..[иы]х)$/
const WEAK_CYRILLIC =
  /(.[иіїы]н|.[иіїы]на|.ко|.ук|.юк|.ак|.як|.ик|.ець|.ец|.ян|янц|.ий|.ый|.ой|.ая|.яя|.ов|.ва|.ич|.ун|.ло|.ейн|.ман|.берг|.дт|.айло|.ук|.уля|.ура|.яга|.аха|.ук|.аш|.уш|.ба|.ра|.ка|.га|.да)$/
const STRONG_LATIN =
  /(.[oe]v|.[oe]va|.[oe]ff|[sc]k[iy]|sk[iy]y|skyi|skij|skaya|skaia|skaja|.enko|.chuk|shvili|.dze|[kn]ykh|[kn]ikh)$/
const WEAK_LATIN =
  /(.in|.ina|.yn|.ko|.uk|.iuk|.yuk|.ets|.yan|.ian|.son|.sen|.man|.mann|.berg|.ez|.ley|.ton|.ford|.wood|.ick|.vich|.field|.er|.ers|.ham|.worth|.well|.shaw|.land|.ing|.ings|.s)$/

/** Russian and Ukrainian pairs of endings, in the letters of the skeleton. */
export function familyShape(text: string, skeleton: string, isLatin: boolean): FamilyShape {
  if (skeleton.length < 3) return { ...NOTHING, stem: skeleton }
  const [strong, weak] = isLatin ? [STRONG_LATIN, WEAK_LATIN] : [STRONG_CYRILLIC, WEAK_CYRILLIC]
  const weight = strong.test(text) ? 3 : weak.test(text) ? 1 : 0
  const [stem, sex] = sexless(text, skeleton, isLatin)
  return { stem, sex: UNSEXED.test(text) ? null : sex, weight }
}

function sexless(text: string, skeleton: string, isLatin: boolean): [string, Sex] {
  const size = skeleton.length
  const cut = (count: number): string => skeleton.slice(0, size - count)
  if (size > 4 && (skeleton.endsWith('ova') || skeleton.endsWith('eva'))) return [cut(1), 'female']
  if (size > 4 && skeleton.endsWith('ina')) return [cut(1), isLatin ? null : 'female']
  if (size > 4 && /(sk|ck|zk)a$/.test(skeleton)) return [cut(1), 'female']
  if (size > 4 && /(sk|ck|zk)i$/.test(skeleton)) return [cut(1), 'male']
  if (size > 4 && /(ая|яя|aya|aia|aja)$/.test(text)) return [cut(1), 'female']
  if (size > 4 && skeleton.endsWith('oi') && /(ой|oy|oi|oj)$/.test(text)) return [cut(2), isLatin ? null : 'male']
  if (size > 3 && /([иыі]й|[yi]i|[yi]j|iy)$/.test(text)) return [cut(1), isLatin ? null : 'male']
  if (size > 4 && skeleton.endsWith('i')) return [cut(1), null]
  if (size > 3 && /[oe]v$/.test(skeleton)) return [skeleton, isLatin ? (size > 5 ? 'male' : null) : 'male']
  if (size > 4 && !isLatin && skeleton.endsWith('in')) return [skeleton, 'male']
  return [skeleton, null]
}
