/** In the genitive, as they stand in a date. */
export const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
export const WEEKDAYS = 'понедельник вторник среда четверг пятница суббота воскресенье'.split(' ')
