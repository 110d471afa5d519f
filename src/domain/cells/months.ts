/** Months by their names in English, Russian and Ukrainian: nominative, genitive, and any beginning of three letters or more. */
const MONTHS = [
  'january январь января січень січня',
  'february февраль февраля лютий лютого',
  'march март марта березень березня',
  'april апрель апреля квітень квітня',
  'may май мая травень травня',
  'june июнь июня червень червня',
  'july июль июля липень липня',
  'august август августа серпень серпня',
  'september сентябрь сентября вересень вересня',
  'october октябрь октября жовтень жовтня',
  'november ноябрь ноября листопад листопада',
  'december декабрь декабря грудень грудня',
].map((names) => names.split(' '))

/** 1 to 12 for the name of a month or its abbreviation (`Feb`, `мая`, `вер.`), else null. */
export function monthNamed(word: string): number | null {
  const clean = word.toLowerCase().replace(/\.$/, '')
  if (clean.length < 3) return null
  const index = MONTHS.findIndex((names) => names.some((name) => name.startsWith(clean)))
  return index < 0 ? null : index + 1
}
