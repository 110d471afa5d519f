import type { Command } from 'commander'
import { nearestWord } from '../domain/nearest.js'
import { fitsModel, isModelKey } from '../domain/standing/model.js'
import { typedWrongly } from '../errors.js'
import { safe } from '../render/safe.js'
import { drawTable } from '../render/table.js'
import { changeSetting, SETTING_KEYS, type SettingKey } from '../settings.js'
import { LANGUAGES } from '../words/catalogue.js'
import { checkZone } from './client-flags.js'
import type { Context } from './context.js'
import { formatOf, outJson, roomOf } from './output.js'
import { fitsOf } from './setting-fits.js'

function settingNamed(name: string): SettingKey {
  const key = SETTING_KEYS.find((each) => each === name)
  if (!key) throw typedWrongly((words) => words.errors.badSetting(name, nearestWord(name, SETTING_KEYS)))
  return key
}

async function checkValue(key: SettingKey, value: string, context: Context): Promise<string> {
  const refuse = () =>
    typedWrongly((words) => {
      const text = words.errors.badSettingValue(key, value)
      const hint = value.trim() === '' ? words.faults.fits.unset(key) : fitsOf(key, words)
      return hint === null ? text : { text, hint }
    })
  if (value.trim() === '') throw refuse()
  if (isModelKey(key) && !fitsModel(key, value)) throw refuse()
  if (key === 'lang' && !(LANGUAGES as readonly string[]).includes(value))
    throw typedWrongly((words) => words.errors.badLanguage(value))
  if (key === 'tz') checkZone(value)
  if ((key === 'ahead' || key === 'belated') && !/^\d{1,3}$/.test(value)) throw refuse()
  if (key === 'greet.leap-day' && !/^(28|1)$/.test(value)) throw refuse()
  if (key === 'greet.vip-ahead' && !/^\d{1,3}$/.test(value)) throw refuse()
  if (key === 'day.leads' && !/^\d{1,3}$/.test(value)) throw refuse()
  if (key === 'day.call-minutes' && !/^[1-9]\d{0,2}$/.test(value)) throw refuse()
  if (key === 'export.reason-over' && !/^\d{1,9}$/.test(value)) throw refuse()
  if (key === 'day.hours') {
    const { readHours } = await import('../domain/day/hours.js')
    if (readHours(value) === null) throw refuse()
  }
  if (key === 'country') {
    const { isCountry } = await import('../domain/phone.js')
    if (!isCountry(value.toUpperCase())) throw refuse()
    return value.toUpperCase()
  }
  return key === 'required' ? requiredKeys(value, context) : value
}

/** `birthday,phone`: fields that a hand can fill in, by any of their names; kept by their keys. */
async function requiredKeys(typed: string, context: Context): Promise<string> {
  const [{ fieldNamed, nearestField }, { isFillable }] = await Promise.all([
    import('../domain/fields.js'),
    import('../domain/form.js'),
  ])
  const names = typed.split(/[,;\s]+/).filter((name) => name !== '')
  // The base is opened only for fields of the user's own.
  const builtIn = names.every((name) => fieldNamed(name) !== null)
  const custom = builtIn ? [] : await (await context.deps()).store.clients.customFields()
  const keys = names.map((name) => {
    const field = fieldNamed(name, custom)
    if (field && isFillable(field)) return field.key
    throw typedWrongly((words) => words.filter.errors.unknownField(name, field ? null : nearestField(name, custom)))
  })
  return [...new Set(keys)].join(',')
}

export function registerConfig(
  program: Command,
  context: Context,
  effective: () => Record<SettingKey, { value: string; origin: string }>,
): void {
  const { words } = context
  const config = program.command('config').description(words.help.verbs.config)
  config
    .command('list', { isDefault: true })
    .description(words.help.configVerbs.list)
    .action(() => {
      const format = formatOf(context, ['table', 'json'])
      const all = effective()
      if (format === 'json')
        return outJson(context, Object.fromEntries(Object.entries(all).map(([key, { value }]) => [key, value])))
      context.out(
        drawTable(
          [
            { title: words.fields.key ?? '' },
            { title: words.fields.value ?? '', flexible: true },
            { title: words.fields.origin ?? '' },
          ],
          Object.entries(all).map(([key, { value, origin }]) => [key, value, origin]),
          { width: roomOf(context), style: context.style },
        ),
      )
    })
  config
    .command('get')
    .description(words.help.configVerbs.get)
    .argument('<key>', words.help.args.key)
    .action((name: string) => {
      const { value } = effective()[settingNamed(name)]
      if (formatOf(context, ['table', 'json']) === 'json') outJson(context, value)
      else context.out(`${shown(value)}\n`)
    })
  config
    .command('set')
    .description(words.help.configVerbs.set)
    .argument('<key>', words.help.args.key)
    .argument('<value>', words.help.args.value)
    .action(async (name: string, typed: string) => {
      const key = settingNamed(name)
      const value = await checkValue(key, typed, context)
      if (context.flags.dryRun) return
      changeSetting(context.configFile, key, value)
      context.say(words.done.settingSaved(key, safe(value)))
    })
  config
    .command('unset')
    .description(words.help.configVerbs.unset)
    .argument('<key>', words.help.args.key)
    .action((name: string) => {
      const key = settingNamed(name)
      if (context.flags.dryRun) return
      changeSetting(context.configFile, key, null)
      context.say(words.done.settingRemoved(key))
    })
  config
    .command('path')
    .description(words.help.configVerbs.path)
    .action(() => context.out(`${shown(context.configFile)}\n`))

  /** On a terminal even this must not act; a script is given what stands there. */
  function shown(text: string): string {
    return context.world.stdout.isTerminal ? safe(text) : text
  }
}
