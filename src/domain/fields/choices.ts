/*
 * Words by which the values of choices may be named in a filter beside their keys: as people say them, in Russian and in
 * Ukrainian. Case, ё/е, і/и and the choice of space, hyphen or underscore are set aside when they are compared.
 */

type Names<K extends string> = Readonly<Record<K, readonly string[]>>

const split = (words: string): string[] => words.split(' ')

export const WARMTH_NAMES: Names<'cold' | 'warm' | 'hot'> = {
  cold: split('холодный холодная холодные холодний холодна холодні'),
  warm: split('тёплый тёплая тёплые теплий тепла теплі'),
  hot: split('горячий горячая горячие гарячий гаряча гарячі'),
}

export const FREQUENCY_NAMES: Names<'none' | 'one-off' | 'rare' | 'regular'> = {
  none: split('нет никакая никогда немає жодна ніколи never'),
  'one-off': split('разовый разовая разовые разовий разова разові однократный once'),
  rare: split('редкий редкая редкие редко рідкісний рідкісна рідкісні рідко'),
  regular: split('постоянный постоянная постоянные постійний постійна постійні регулярный регулярний'),
}

export const RHYTHM_NAMES: Names<'none' | 'early' | 'due' | 'late' | 'lost' | 'paused'> = {
  none: split('нет немає'),
  early: split('рано зарано'),
  due: split('пора час'),
  late: split('поздно опаздывает пізно запізнюється спізнюється'),
  lost: split('потерян потеряна потерянный потерянные втрачений втрачена втрачені'),
  paused: split('пауза на_паузе на_паузі призупинено приостановлен'),
}

export const BEHAVIOUR_NAMES: Names<
  | 'regular'
  | 'impulsive'
  | 'sale-only'
  | 'clear-need'
  | 'asks-never-buys'
  | 'never-answers'
  | 'over-touched'
  | 'advocate'
  | 'paused'
> = {
  regular: FREQUENCY_NAMES.regular,
  impulsive: split('импульсивный импульсивная импульсивные імпульсивний імпульсивна імпульсивні'),
  'sale-only': split('только_акции по_акциям лише_акції за_акціями'),
  'clear-need': split('ясная_потребность чёткая_потребность чітка_потреба ясна_потреба'),
  'asks-never-buys': split('спрашивает_не_покупает только_спрашивает питає_не_купує лише_питає'),
  'never-answers': split('не_отвечает молчун не_відповідає мовчун'),
  'over-touched': split('слишком_часто перекормлен занадто_часто'),
  advocate: split('рекомендует адвокат рекомендує'),
  paused: RHYTHM_NAMES.paused,
}

export const STATUS_NAMES: Names<'lead' | 'client' | 'former'> = {
  lead: split('лид лиды лід ліди'),
  client: split('клиент клиенты клієнт клієнти'),
  former: split('бывший бывшая бывшие колишній колишня колишні'),
}

export const KIND_NAMES: Names<'person' | 'company'> = {
  person: split('человек люди людина'),
  company: split('компания компании компанія компанії фирма фірма'),
}

export const SEX_NAMES: Names<'female' | 'male'> = {
  female: split('f ж жен женский женская женщина жін жіноча жіночий жінка woman she дама девушка дівчина жіноч'),
  male: split('m м муж мужской мужская мужчина чол чоловіча чоловічий чоловік man he чоловіч'),
}

export const LANGUAGE_NAMES: Names<'ru' | 'uk' | 'en'> = {
  ru: split('rus russian рус русский русская російська російською рос по-русски'),
  uk: split('ua ukr ukrainian укр украинский украинская українська українською по-украински'),
  en: split('eng english англ английский английская англійська англійською по-английски'),
}

export const CLOSENESS_NAMES: Names<'close' | 'formal'> = {
  close: split('ты ти tu на_ты на_ти informal'),
  formal: split('вы ви vous на_вы на_ви'),
}

export const CONSENT_NAMES: Names<'yes' | 'no'> = { yes: split('да так есть є'), no: split('нет ні немає') }
