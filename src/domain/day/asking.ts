/** Somebody at a company, for reaching it by phone. */
export interface Person {
  client_id: number
  name: string
  role: string | null
  phone: string | null
}

/** Through whom to whom: the secretary, if there is one, and who decides. */
export interface Asking {
  gatekeeper: Person | null
  decider: Person | null
}

/** Somebody at a company as the base knows it: `role` is what it is there, `position` what stands on its own card. */
export interface Colleague extends Person {
  position: string | null
}

const oneOf = (beginnings: string): ((word: string) => boolean) => {
  const list = beginnings.split(' ')
  return (word) =>
    list.some((beginning) => (beginning.endsWith('.') ? `${word}.` === beginning : word.startsWith(beginning)))
}

// Beginnings of words in the three languages, `ё` as `е`; with a dot behind it, the whole word.
const answersPhone = oneOf(
  'секретар помощни ассистент приемн ресепш рецепц референт администратор помічни асистент приймальн адміністратор ' +
    'secretar assistant reception administrator pa.',
)
const isMachine = oneOf('систем сист. баз сете сайт мереж system network database web site it.')
const isOffice = oneOf('офис офіс office')
const isManager = oneOf('менеджер manager')
const standsIn = oneOf('замест заступ зам. замдир замнач вице віце deputy vice')
const owns = oneOf(
  'владел собственни основател учредител совладел соучредител президент хозяин хозяйк власни засновни співвласни співзасновни ' +
    'owner coowner founder cofounder president proprietor',
)
const leads = oneOf(
  'директор дир. гендир руководител начальни заведующ завед. зав. управляющ главн главврач председател шеф. партнер ' +
    'керівни завідувач завідуюч керуюч головн голова. director head. chief ceo. chairman chairwoman principal partner boss',
)
const leadsAll = oneOf('генеральн гендир ген. исполнительн виконавч general managing executive ceo.')
const isSpecialist = oneOf('бухгалтер главбух инженер інженер специалист спеціаліст технолог accountant engineer')

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\bco-/g, 'co')
    .split(/[^a-zа-яіїєґ]+/)
    .filter((word) => word !== '')

/** How far up somebody stands, 1 the highest; `gate` answers the phone for others; null is neither. */
export function standingOfRole(role: string): number | 'gate' | null {
  const words = wordsOf(role)
  const has = (is: (word: string) => boolean): boolean => words.some(is)
  const isManaged = has(isManager)
  if (words[0] === 'assistant' && (words[1] === 'director' || words[1] === 'manager')) return 5
  if (has(answersPhone)) return has(isMachine) ? null : 'gate'
  if (isManaged && has(isOffice)) return 'gate'
  if (has(standsIn)) return has(leads) || has(owns) || words.length > 1 ? 5 : null
  if (has(owns)) return 1
  if (has(leadsAll) && (has(leads) || isManaged)) return 2
  if (!has(leads)) return null
  if (has(isSpecialist)) return 6
  return words.length === 1 ? 3 : 4
}

const asPerson = ({ position: _, ...person }: Colleague): Person => person

/**
 * Whom to ask for at a company: the one who answers the phone, and the highest of those who decide, a deputy only where nobody else does.
 * Of equals the one with a phone, then the one who was entered first. Null when neither is known.
 */
export function askingOf(colleagues: readonly Colleague[]): Asking | null {
  const placed = colleagues.flatMap((each) => {
    for (const role of [each.role, each.position]) {
      const standing = role === null ? null : standingOfRole(role)
      if (standing !== null) return [{ person: { ...asPerson(each), role }, standing }]
    }
    return []
  })
  const first = (wanted: typeof placed): Person | null =>
    (wanted.find(({ person }) => person.phone !== null) ?? wanted[0])?.person ?? null
  const gatekeeper = first(placed.filter(({ standing }) => standing === 'gate'))
  const deciders = placed.filter(({ standing }) => standing !== 'gate')
  const highest = Math.min(...deciders.map(({ standing }) => Number(standing)))
  const decider = first(deciders.filter(({ standing }) => standing === highest))
  return gatekeeper === null && decider === null ? null : { gatekeeper, decider }
}

/** Through whom to reach a person at its company; null when nobody is known who answers the phone there, or it is that person. */
export function gateTo(client: number, colleagues: readonly Colleague[]): Asking | null {
  const gatekeeper = askingOf(colleagues)?.gatekeeper ?? null
  return gatekeeper === null || gatekeeper.client_id === client ? null : { gatekeeper, decider: null }
}
