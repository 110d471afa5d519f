import { looseText } from './fold.js'
import { nearestWord } from './nearest.js'
import { cleanLine } from './text.js'

/** A filter under a name, as `@name` stands for it. */
export interface Segment {
  /** The name folded by `segmentKey`; no two segments have the same. */
  key: string
  name: string
  /** In the language of the filter, which may itself name segments. */
  filter: string
}

/** Segments that a filter may name. */
export interface Resolver {
  /** The segment called so, or null. */
  find(name: string): Segment | null
  /** The name that was probably meant by one that is not there. */
  nearest(name: string): string | null
}

const LONGEST = 60

/**
 * How names of segments are compared: without case, ё/е and і/и, and spaces, hyphens and underscores the same, so that
 * «Весенняя акция» can be typed in a filter as `@весенняя-акция`.
 */
export const segmentKey = (name: string): string =>
  looseText(name)
    .replace(/^@/, '')
    .replace(/[\s_\u2010-\u2015\u2212-]+/gu, '-')
    .replace(/^-|-$/g, '')

/** A name as it may be kept: letters and digits of any script, spaces, `-`, `_` and apostrophes between; null for another. */
export function readSegmentName(typed: string): string | null {
  const name = cleanLine(typed).replace(/^@/, '')
  const fits = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} _'’ʼ-]*[\p{L}\p{M}\p{N}])?$/u.test(name)
  return fits && [...name].length <= LONGEST ? name : null
}

/** A segment that every base has. What it says follows the settings of the model (docs/warmth.md). */
export interface ReadyMade extends Segment {
  /** Further names, in Russian and Ukrainian. */
  aliases: readonly string[]
}

const made = (key: string, filter: string, ...aliases: string[]): ReadyMade => ({ key, name: key, filter, aliases })

/** In the order in which they are listed: how near to buying, how often, who needs care, what is missing. */
export const READY_MADE: readonly ReadyMade[] = [
  made('hot', 'warmth:hot', 'горячие', 'гарячі'),
  made('warm', 'warmth:warm', 'тёплые', 'теплі'),
  made('cold', 'warmth:cold', 'холодные', 'холодні'),
  made('vip', 'vip:yes or tag:vip', 'вип', 'віп', 'важные', 'важливі'),
  made('regular', 'frequency:regular', 'постоянные', 'постійні'),
  made('rare', 'frequency:rare', 'редкие', 'рідкісні'),
  made('one-off', 'frequency:one-off', 'разовые', 'разові'),
  made('slipping', 'rhythm:late -status:former', 'уходящие', 'ускользающие', 'втрачаємо'),
  made('sleeping', 'silent:180d.. -last_order:180d.. (orders:1.. or contacts:1..)', 'спящие', 'сплячі'),
  made('new', 'created:30d..', 'новые', 'нові'),
  made('birthday-soon', 'birthday:..14d', 'скоро день рождения', 'скоро день народження', 'именинники', 'іменинники'),
  made('advocates', 'behaviour:advocate', 'рекомендуют', 'рекомендують'),
  made('promo-only', 'behaviour:sale-only', 'только по акциям', 'лише на акціях', 'акционные', 'акційні'),
  made('over-touched', 'behaviour:over-touched', 'слишком часто', 'занадто часто'),
  made('never-contacted', 'contacts:0', 'без контактов', 'без контактів'),
  made('no-phone', 'no:phone', 'без телефона', 'без телефону'),
  made('no-email', 'no:email', 'без почты', 'без пошти'),
  made('unverified', 'no:verified or verified:..1y', 'непроверенные', 'неперевірені'),
]

const READY_BY_KEY: ReadonlyMap<string, ReadyMade> = new Map(
  READY_MADE.flatMap((each) =>
    [each.key, ...each.aliases].map((name): [string, ReadyMade] => [segmentKey(name), each]),
  ),
)

/** The ready-made segment that a name is taken by, in any of its languages; null when it is free. */
export const readyMade = (name: string): ReadyMade | null => READY_BY_KEY.get(segmentKey(name)) ?? null

/** All segments of a base: the ready-made ones, and those kept in it. */
export function resolverOf(stored: readonly Segment[]): Resolver {
  const byKey = new Map(stored.map((each) => [each.key, each]))
  return {
    find: (name) => readyMade(name) ?? byKey.get(segmentKey(name)) ?? null,
    nearest(name) {
      const known = new Map([
        ...[...READY_BY_KEY.keys()].map((key): [string, string] => [key, key]),
        ...stored.map((each): [string, string] => [each.key, each.name]),
      ])
      const near = nearestWord(segmentKey(name), [...known.keys()])
      return near === null ? null : (known.get(near) ?? near)
    },
  }
}
