import { plural } from '../plural.js'

const count = plural('en')

const numbers = (ids: readonly number[]): string => ids.map((id) => `#${id}`).join(', ')

const texts = (number: number): string => `${number} ${count(number, { one: 'text', other: 'texts' })}`

/** Where others may be mentioned, by table and column. */
const PLACES: Record<string, string> = {
  'client.name': 'the name itself',
  'client.city': 'city',
  'client.address': 'address',
  'client.owner': 'whose client it is',
  'client.channel': 'preferred channel',
  'client.hours': 'hours for calls',
  'client.no_call': 'when not to call',
  'client.zone': 'time zone',
  'client.external_id': 'number in another system',
  'client.external_system': 'name of the other system',
  'contact_point.value': 'phone, address or page',
  'contact.result': 'result of the contact',
  'contact.channel': 'channel of the contact',
  'client_order.stage': 'stage of the order',
  'client_order.external_id': 'number of the order in another system',
  'client_order.external_system': 'other system of the order',
  'custom_field.key': 'name of an own field',
  'custom_field.choices': 'choices of the field',
  'merging.name': 'name of a client that was merged in',
  'merging.kept_name': 'name from before a merge',
  'merging.external_id': 'number of a client that was merged in',
  'merging.external_system': 'other system of a client that was merged in',
  'client.note': 'note',
  'client.source': 'source',
  'client.position': 'position',
  'client.consent_origin': 'origin of consent',
  'contact_point.label': 'label of a phone or address',
  'relation.role': 'role in a company',
  'anniversary.occasion': 'occasion of a date',
  'anniversary.who': 'person of a date',
  'anniversary.gift': 'gift for a date',
  'greeting.why': 'reason for skipping a greeting',
  'contact.text': 'contact',
  'contact.purpose': 'purpose of the contact',
  'promise.text': 'promise',
  'promise.why': 'reason for skipping the promise',
  'client_order.what': 'order',
  'client_order.items': 'items of the order',
  'expense.what': 'expense',
  'client_tag.tag': 'tag',
  'custom_value.value': 'field',
  'care.warmth_reason': 'reason for the warmth set by hand',
  'care.paused_reason': 'reason for the pause',
  'attention.why': 'reason for skipping a reminder',
  'channel_consent.origin': 'origin of consent for a channel',
  'segment.name': 'name of the segment',
  'segment.filter': 'filter of the segment',
  'holiday.name': 'name of the holiday',
  'holiday.filter': 'filter of the holiday',
}

/** What `forget` says, and what is said of people who were erased. */
export const forgetting = {
  help: {
    client: 'client to erase; none: finish an erasure that another program kept from ending',
    everywhere: "also cut every mention out of others' notes, contacts and the like",
    force: 'also make a company again that was erased',
  },

  plan: {
    title: (id: number, name: string): string => `To be erased for good, with no way back: #${id} ${name}`,
    gone: (ids: readonly number[]): string => `Entries that were merged into this one go too: ${numbers(ids)}.`,
    earlier: (ids: readonly number[]): string =>
      `Earlier entries of the same client that were undone go too: ${numbers(ids)}.`,
    /** Rows of each table; how many stands behind. */
    tables: {
      client: 'card',
      contact_point: 'phones, e-mails and the like',
      relation: 'ties between persons and companies',
      anniversary: 'dates',
      greeting: 'greetings',
      contact: 'contacts',
      promise: 'promises',
      client_order: 'orders',
      expense: 'expenses',
      client_tag: 'tags',
      custom_value: 'values of own fields',
      care: 'settings by hand',
      attention: 'reminders that were dealt with',
      channel_consent: 'answers for channels',
      judgement: 'verdicts on duplicates',
      merging: 'merges',
    } as Record<string, string>,
    exports: (number: number): string =>
      `Data was exported ${number === 1 ? 'once' : `${number} times`} since this client was added; no erasure reaches those files: clientele history --exports.`,
    sure: 'Erase for good?',
  },

  mentions: {
    stay: (number: number): string =>
      `${texts(number)} of others will still mention this client (--everywhere cuts that out):`,
    cut: (number: number): string => `Mentions will be cut out of ${texts(number)} of others:`,
    stayed: (number: number): string =>
      `${texts(number)} of others still ${count(number, { one: 'mentions', other: 'mention' })} this client (--everywhere cuts that out):`,
    fixed: (number: number): string =>
      `In ${number} ${count(number, { one: 'place', other: 'places' })} the mention cannot be cut out, or it may be an ordinary word; change or remove ${count(number, { one: 'it', other: 'them' })} yourself:`,
    /** Where a mention stands; `where` is the table and the column. */
    place: (where: string, { day, title }: { day: string | null; title: string | null }): string =>
      [PLACES[where] ?? where, ...(title === null ? [] : [`“${title}”`]), ...(day === null ? [] : [`of ${day}`])].join(
        ' ',
      ),
    /** A part of a text, which names the person. */
    said: (text: string): string => `“${text}”`,
    done: (number: number): string => `Mentions were cut out of ${texts(number)} of others.`,
    more: (number: number): string => `… and ${number} more (--json lists all)`,
  },

  /** Of a client who was erased before. */
  before: {
    erased: (day: string): string => `This client was erased from the base on ${day}.`,
    nothing: 'No text of others mentions them by that name or number.',
    erasedNumber: (id: number, day: string): string => `Client #${id} was erased from the base on ${day}.`,
    sayName:
      'Of a number nothing more is known; to look for what others’ texts still say, name the client: clientele forget "Name"',
  },

  copies: {
    title: (number: number): string =>
      `${number} ${count(number, { one: 'copy', other: 'copies' })} of the base still ${count(number, { one: 'holds', other: 'hold' })} this client. Restoring will not bring anything back; delete what you do not need:`,
    encrypted: (file: string): string => `${file} (encrypted or unreadable, so it may)`,
  },

  done: {
    /** `left`: so many places of others still mention them. */
    forgotten: (id: number, left: number): string =>
      left === 0
        ? `Client #${id} is erased; the file of the base holds nothing of them either.`
        : `Client #${id} is erased. ${left} ${count(left, { one: 'place', other: 'places' })} in data of others still ${count(left, { one: 'mentions', other: 'mention' })} them; besides that the file of the base holds nothing of them.`,
    swept: 'An earlier erasure is finished: nothing of it is left in the file of the base.',
    nothingDue: 'No erasure is left to finish.',
  },

  /** Of an operation in the list of all. */
  state: 'erased',

  import: {
    /** `companies`: of these rows, those that brought nothing but a company. */
    leftOut: (number: number, companies: number): string => {
      const people = number - companies
      const told = [
        ...(people > 0
          ? [
              `${people} ${count(people, { one: 'row was', other: 'rows were' })} left out: ${people === 1 ? 'its client was' : 'their clients were'} erased from this base. To take one in again: clientele add … --force`,
            ]
          : []),
        ...(companies > 0
          ? [
              `${companies} ${count(companies, { one: 'row was', other: 'rows were' })} left out: ${companies === 1 ? 'it' : 'they'} brought nothing new but a company that was erased from this base. To make it again: clientele edit … --company … --force`,
            ]
          : []),
      ]
      return told.join('\n')
    },
  },

  errors: {
    yesNeeded: 'An erasure cannot be taken back: without a terminal it takes --yes.',
    yesNeededHint: '--dry-run shows what would go.',
    sweepWaits: (file: string): string =>
      `The client is erased, but another program is reading ${file}, and the log beside it still holds old data.`,
    sweepFailed: (file: string, message: string): string =>
      `The client is erased, but ${file} could not be written anew, so old data is still in free places of it: ${message}.`,
    sweepWaitsHint: 'When that is put right, finish with: clientele forget --yes (or clientele check).',
    isErasure: (id: number): string => `Operation ${id} erased data of a client for good; that cannot be taken back.`,
    nothingLeft: (id: number): string =>
      `Operation ${id} cannot be taken back: what it did was erased together with a client.`,
    earlierHint: (id: number): string => `What came before it can be: clientele undo ${id}`,
    wasErased: (name: string, day: string): string =>
      `This client was erased from the base on ${day}, perhaps at their own request: ${name}`,
    wasErasedHint: 'To take them in again all the same: --force.',
  },
}
