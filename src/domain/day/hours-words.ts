/** Words in which people write hours, in the three languages, lower case, without dots, `ё` as `е`. */

export type HoursWord =
  | { is: 'days'; days: readonly number[] }
  /** Every day but those that follow, or every hour but these. */
  | { is: 'except' }
  /** The days beside it are free. */
  | { is: 'closed' }
  /** The hours behind it are no hours. */
  | { is: 'break' }
  | { is: 'all-day' }
  /** Stands for the dash between two times or days. Alone before a time it is `until`, or nothing. */
  | { is: 'to'; alone: 'until' | 'nothing' }
  | { is: 'after' }
  /** Says nothing. */
  | { is: 'filler' }

const WORDS = new Map<string, HoursWord>()

const add = (meaning: HoursWord, words: string): void => {
  for (const word of words.split(' ')) WORDS.set(word, meaning)
}

const DAYS = [
  'пн пон понед понедельник понедельника понеділок понеділка понеділку mon monday mondays mo',
  'вт вто вівт вторник вторника вівторок вівторка tue tues tuesday tuesdays tu',
  'ср сре сер среда среду среды середа середу середи wed weds wednesday wednesdays we',
  'чт чет четв четверг четверга четвер четверга thu thur thurs thursday thursdays th',
  "пт пят пятн пятница пятницу пятницы пятнице п'ят п'ятниця п'ятницю п'ятниці fri friday fridays fr",
  'сб суб субб суббота субботу субботы субота суботу суботи sat saturday saturdays sa',
  'вс вск воскр воскресенье воскресенья нд нед неділя неділю неділі sun sunday sundays su',
]
DAYS.forEach((names, index) => {
  add({ is: 'days', days: [index + 1] }, names)
})
add(
  { is: 'days', days: [1, 2, 3, 4, 5] },
  'будни будням будние рабочие будний будні буднях робочі weekday weekdays workdays',
)
add({ is: 'days', days: [6, 7] }, 'weekend weekends выходные выходным вихідні вихідним')
add({ is: 'days', days: [1, 2, 3, 4, 5, 6, 7] }, 'ежедневно щодня щоденно daily everyday')
add({ is: 'except' }, 'кроме исключая крім окрім except excluding but не not')
add({ is: 'closed' }, 'выходной вихідний closed off нерабочий неробочий')
add({ is: 'break' }, 'обед обеденный перерыв обід обідня перерва lunch break')
add({ is: 'all-day' }, 'круглосуточно цілодобово 24/7 24х7 24x7 round-the-clock 24h 24ч')
add({ is: 'to', alone: 'until' }, 'до to till til until before')
add({ is: 'to', alone: 'nothing' }, 'по through')
add({ is: 'after' }, 'после після after')
add(
  { is: 'filler' },
  'с со з зі із від from at в во у о on и і й та and каждый каждую каждое все кожен кожного кожну усі всі every all ' +
    'дни день дням дні дня днів days day времени время часов час години годин год ч hours hrs h рабочее робочий working',
)

/** What a word says in hours; null for a word that has no business there. */
export const hoursWord = (word: string): HoursWord | null => WORDS.get(word) ?? null
