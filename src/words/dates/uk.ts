/** In the genitive, as they stand in a date. */
export const MONTHS = 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'.split(
  ' ',
)
export const WEEKDAYS = 'понеділок вівторок середа четвер п’ятниця субота неділя'.split(' ')
