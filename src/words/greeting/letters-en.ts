import type { About, LetterWords } from '../../domain/greeting/letter.js'
import type { Message } from '../../domain/greeting/links.js'

/** Small numbers are words in a letter; the first is 2. */
const NUMBERS = 'two three four five six seven eight nine ten'.split(' ')

const years = (number: number): string => (number === 1 ? 'a year' : `${NUMBERS[number - 2] ?? number} years`)

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`

interface Feast {
  subject: string
  onTime: string
  late: string
  formal: string
  close: string
}

const feast =
  ({ subject, onTime, late, formal, close }: Feast) =>
  ({ tone, timing }: About): Message => ({
    subject,
    text: `${timing === 'late' ? late : onTime} ${tone === 'close' ? close : formal}`,
  })

const possessive = (name: string): string => `${name}${/s$/i.test(name) ? '’' : '’s'}`

const family = ({ timing, who }: About): Message => {
  const isLate = timing === 'late'
  const said =
    who === null
      ? `Congratulations on the ${isLate ? 'recent ' : ''}birthday in your family!`
      : `${isLate ? 'A belated happy' : 'Happy'} birthday to ${who}!`
  return {
    subject: 'Birthday wishes',
    text: `${said} Please pass on my warmest wishes: good health, joy and many happy days to come.`,
  }
}

const staff = ({ timing, who }: About): Message => {
  const isLate = timing === 'late'
  const day = who === null ? 'a birthday in your team' : `${possessive(who)} birthday`
  const said =
    who === null
      ? isLate
        ? `There was ${day} recently`
        : `There is ${day} today`
      : isLate
        ? `It was ${day} recently`
        : `It is ${day} today`
  return { subject: 'Birthday wishes', text: `${said}. Please pass on my congratulations and my very best wishes.` }
}

const firstOrder = ({ years: number }: About): Message => ({
  subject: 'Thank you',
  text: `${number === null ? 'Some time' : capital(years(number))} ago we started working together. Thank you for your trust! I wish you every success, and if you ever need a hand, just write to me.`,
})

const named =
  (wish: string) =>
  ({ timing, name }: About): Message => {
    const day = name?.replace(/^the /i, '') ?? 'holiday'
    const late = name === null ? 'A belated happy holiday!' : `A belated happy ${day}!`
    const onTime = name === null ? 'Happy holiday!' : `Happy ${day}!`
    return { subject: onTime, text: `${timing === 'late' ? late : onTime} ${wish}` }
  }

const generic = ({ timing, name }: About): Message => ({
  subject: 'Congratulations!',
  text:
    name === null
      ? 'Please accept my warmest congratulations! I wish you good health, joy and the best of luck in everything.'
      : `${timing === 'late' ? 'You recently had' : 'Today is'} a special day: ${name}. My warmest congratulations, and may there be ever more reasons to celebrate.`,
})

export const lettersEn: LetterWords = {
  address: ({ given, whole }, tone) => {
    if (tone === 'several') return 'Dear colleagues,'
    if (tone === 'close') return given === null ? 'Hello,' : `Hi ${given},`
    return `Dear ${given ?? whole},`
  },
  regards: (tone) => (tone === 'close' ? '' : 'Kind regards,'),
  years: (number) => (number === 1 ? '1 year' : `${number} years`),
  kin: (kin) => `your ${kin}`,
  letters: {
    birthday: feast({
      subject: 'Happy birthday!',
      onTime: 'Happy birthday!',
      late: 'A belated happy birthday!',
      formal: 'I wish you good health, joy and every success in the year ahead.',
      close: 'Wishing you good health, good company and plenty to smile about in the year ahead.',
    }),
    'birthday-round': feast({
      subject: 'Happy birthday!',
      onTime: 'Congratulations on your milestone birthday!',
      late: 'Belated congratulations on your milestone birthday!',
      formal: 'I wish you health, energy and inspiration, and many happy years ahead.',
      close: 'Wishing you health, energy and many adventures still to come.',
    }),
    'birthday-family': family,
    'birthday-staff': staff,
    'company-day': feast({
      subject: 'Happy company anniversary!',
      onTime: 'Congratulations on your company anniversary!',
      late: 'Belated congratulations on your company anniversary!',
      formal: 'I wish you reliable partners, interesting projects and steady growth. Thank you for working with me!',
      close: 'Here’s to reliable partners, interesting projects and steady growth!',
    }),
    'first-order': firstOrder,
    'name-day': feast({
      subject: 'Happy name day!',
      onTime: 'Happy name day!',
      late: 'A belated happy name day!',
      formal: 'I wish you health, happiness and peace at home.',
      close: 'Wishing you health, happiness and good people around you.',
    }),
    wedding: feast({
      subject: 'Happy anniversary!',
      onTime: 'Happy wedding anniversary!',
      late: 'A belated happy wedding anniversary!',
      formal: 'I wish you love, harmony and many happy years together.',
      close: 'Wishing you love, laughter and many happy years together.',
    }),
    'new-year': feast({
      subject: 'Happy New Year!',
      onTime: 'Happy New Year!',
      late: 'A slightly belated Happy New Year!',
      formal: 'May it bring you welcome changes, good health to those you love, and many reasons to be glad.',
      close: 'May it bring good changes, good health to those you love, and many reasons to smile.',
    }),
    christmas: feast({
      subject: 'Merry Christmas!',
      onTime: 'Merry Christmas!',
      late: 'A belated Merry Christmas!',
      formal: 'I wish you peace, warmth and bright days with those you love.',
      close: 'Wishing you peace, warmth and bright days with those you love.',
    }),
    'christmas-7-january': feast({
      subject: 'Merry Christmas!',
      onTime: 'Merry Christmas!',
      late: 'A belated Merry Christmas!',
      formal: 'I wish you peace, warmth and bright days with those you love.',
      close: 'Wishing you peace, warmth and bright days with those you love.',
    }),
    easter: feast({
      subject: 'Happy Easter!',
      onTime: 'Happy Easter!',
      late: 'A belated happy Easter!',
      formal: 'I wish you peace, health and joy in your home.',
      close: 'Wishing you peace, health and a joyful time with your family.',
    }),
    '8-march': feast({
      subject: 'Happy Women’s Day!',
      onTime: 'Happy International Women’s Day!',
      late: 'A belated happy International Women’s Day!',
      formal: 'I wish you health, a bright spring and time for everything you enjoy.',
      close: 'Wishing you health, a bright spring and time for everything you enjoy.',
    }),
    '23-february': feast({
      subject: 'Happy Defender’s Day!',
      onTime: 'Happy Defender of the Fatherland Day!',
      late: 'A belated happy Defender of the Fatherland Day!',
      formal: 'I wish you health, strength and peace for those you love.',
      close: 'Wishing you health, strength and peace for those you love.',
    }),
    professional: named('I wish you interesting work, well-earned recognition and the energy for all your plans.'),
    holiday: named('I wish you health, peace and happiness.'),
    generic,
  },
}
