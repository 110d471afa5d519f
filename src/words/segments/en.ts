import { plural } from '../plural.js'

const count = plural('en')

const clients = (number: number): string => `${number} ${count(number, { one: 'client', other: 'clients' })}`

/** What is said of segments, and of changing many clients at once. */
export const segments = {
  help: {
    save: 'keep a filter under a name; a name that is there gets the new filter',
    list: 'all segments and how many clients are in each',
    show: 'who is in a segment, who came and who left since last time',
    remove: 'remove a segment; its clients stay',
    name: 'name of the segment, with or without @',
    filter: "the filter, best in quotes: 'warmth:warm silent:60d..'",
  },

  /** What the ready-made ones are, in a few words. */
  titles: {
    hot: 'ordered lately, or about to',
    warm: 'in touch, no order in sight yet',
    cold: 'no two-way contact, or long ago',
    vip: 'marked as VIP',
    regular: 'order again and again',
    rare: 'order now and then',
    'one-off': 'ordered once',
    slipping: 'should have ordered by now',
    sleeping: 'not heard of for half a year',
    new: 'in the base for a month at most',
    'birthday-soon': 'birthday within two weeks',
    advocates: 'recommend you, order nothing',
    'promo-only': 'buy only in promotions',
    'over-touched': 'contacted often, order nothing',
    'never-contacted': 'no contact logged',
    'no-phone': 'no phone number',
    'no-email': 'no e-mail address',
    unverified: 'data not checked for a year',
  } as Record<string, string>,

  columns: { name: 'Segment', size: 'Clients', filter: 'Filter', about: 'Who' },
  own: 'Your own',
  readyMade: 'Ready-made',
  noneOwn: "None yet. Keep one: clientele segment save spring 'warmth:warm silent:60d..'",
  broken: 'the filter no longer works',

  show: {
    size: clients,
    empty: 'Nobody is in it now.',
    nobodyBefore: 'First look; from tomorrow on you will see who came and who left.',
    since: (date: string): string => `Since ${date}`,
    nothing: (date: string): string => `Since ${date} nobody came and nobody left.`,
    came: (number: number): string => `${number} came`,
    left: (number: number): string => `${number} left`,
    more: (number: number): string => `… and ${number} more`,
    gone: (id: number): string => `client ${id}, no longer in the base`,
    rest: (number: number, name: string): string => `… and ${number} more: clientele list @${name}`,
  },

  errors: {
    badName: (text: string): string =>
      `“${text}” cannot name a segment: a name is made of letters, digits, spaces, - and _, at most 60.`,
    taken: (name: string, key: string): string => `“${name}” is a ready-made segment (@${key}).`,
    takenHint: 'Choose another name.',
    unknown: (name: string, near: string | null): string =>
      `There is no segment “${name}”.${near === null ? '' : ` Did you mean “${near}”?`}`,
    unknownHint: 'See them with: clientele segment list',
    madeStays: (key: string): string => `@${key} is ready-made and cannot be removed.`,
    used: (name: string, by: readonly string[]): string =>
      `“${name}” stands in the ${by.length === 1 ? 'filter' : 'filters'} of ${by.map((each) => `“${each}”`).join(', ')}.`,
    usedHint: 'Change or remove those first.',
  },

  done: {
    saved: (name: string, size: number): string => `Segment @${name} is kept: ${clients(size)}.`,
    updated: (name: string, size: number): string => `Segment @${name} has a new filter: ${clients(size)}.`,
    unchanged: (name: string, size: number): string => `Segment @${name} has this filter already: ${clients(size)}.`,
    wouldSave: (name: string, size: number): string => `Would keep segment @${name}: ${clients(size)}.`,
    wouldUpdate: (name: string, size: number): string => `Would give segment @${name} a new filter: ${clients(size)}.`,
    removed: (name: string): string => `Segment @${name} is removed. Take it back with: clientele undo`,
    wouldRemove: (name: string): string => `Would remove segment @${name}.`,
  },

  /** The plan of an edit of one client or many. */
  edit: {
    plan: (changed: number, matched: number): string =>
      changed === matched ? `Would change ${clients(changed)}.` : `Would change ${changed} of ${clients(matched)}.`,
    clients,
    emptied: 'emptied',
    newField: (key: string): string => `makes the field ${key} (text)`,
  },
}
