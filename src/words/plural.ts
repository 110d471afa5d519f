type Forms = { one: string; few?: string; many?: string; other: string }

/** Chooses the form of a word that belongs to a number: `plural('ru')(5, {one: 'день', few: 'дня', many: 'дней', other: 'дня'})`. */
export function plural(locale: string): (count: number, forms: Forms) => string {
  let rules: Intl.PluralRules | null = null
  return (count, forms) => {
    rules ??= new Intl.PluralRules(locale)
    const form = rules.select(Math.abs(count))
    return (
      (form === 'one' ? forms.one : form === 'few' ? forms.few : form === 'many' ? forms.many : undefined) ??
      forms.other
    )
  }
}
