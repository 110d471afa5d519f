import type { ContactEntry, HistoryRow, PromiseEntry } from '../domain/history/reading.js'
import type { Belonging } from '../store/history.js'
import type { Writing } from '../store/store.js'

/** A row of a portion, joined to its client. */
export interface Owned {
  client: number
  row: HistoryRow
}

/** What rows bring that is not there yet, and how many rows bring any of it. */
export interface Fresh {
  contacts: Belonging<ContactEntry>[]
  promises: Belonging<PromiseEntry>[]
  rows: number
}

type ContactTraits = Pick<ContactEntry, 'at' | 'channel' | 'direction' | 'text'>
type PromiseTraits = Pick<PromiseEntry, 'due' | 'kind' | 'text'>

/** A minute, or a day, of one client: what is known to be there. */
interface Place<T> {
  client: number
  when: string
  there: T[]
}

const minuteOf = (at: string): string => at.slice(0, 16)

class Places<T> {
  readonly all = new Map<string, Place<T>>()

  at(client: number, when: string): Place<T> {
    const key = `${client}|${when}`
    let place = this.all.get(key)
    if (!place) {
      place = { client, when, there: [] }
      this.all.set(key, place)
    }
    return place
  }
}

const sameContact = (a: ContactTraits, b: ContactTraits): boolean =>
  a.channel === b.channel && a.direction === b.direction && a.text === b.text

const samePromise = (a: PromiseTraits, b: PromiseTraits): boolean => a.kind === b.kind && a.text === b.text

/** Leaves out what the base or an earlier row of the portion has: one question a portion for contacts, one for promises. */
export async function freshOf({ history }: Writing, owned: readonly Owned[]): Promise<Fresh> {
  const minutes = new Places<ContactTraits>()
  const days = new Places<PromiseTraits>()
  for (const { client, row } of owned) {
    if (row.contact) {
      minutes.at(client, minuteOf(row.contact.at))
      if (row.contact.otherwiseAt !== null) minutes.at(client, minuteOf(row.contact.otherwiseAt))
    }
    if (row.promise) days.at(client, row.promise.due)
  }
  for (const { client_id, ...contact } of await history.contactsAt([...minutes.all.values()]))
    minutes.at(client_id, minuteOf(contact.at)).there.push(contact)
  for (const { client_id, ...promise } of await history.promisesOn([...days.all.values()]))
    days.at(client_id, promise.due).there.push(promise)
  const fresh: Fresh = { contacts: [], promises: [], rows: 0 }
  for (const { client, row } of owned) {
    const before = fresh.contacts.length + fresh.promises.length
    if (row.contact && isNewContact(minutes, client, row.contact)) fresh.contacts.push({ client, entry: row.contact })
    if (row.promise) {
      const { promise } = row
      const { there } = days.at(client, promise.due)
      if (!there.some((each) => samePromise(each, promise))) {
        there.push(promise)
        fresh.promises.push({ client, entry: promise })
      }
    }
    if (fresh.contacts.length + fresh.promises.length > before) fresh.rows += 1
  }
  return fresh
}

function isNewContact(minutes: Places<ContactTraits>, client: number, contact: ContactEntry): boolean {
  const { there } = minutes.at(client, minuteOf(contact.at))
  if (there.some((each) => sameContact(each, contact))) return false
  const { otherwiseAt } = contact
  const isThereOtherwise =
    otherwiseAt !== null && minutes.at(client, minuteOf(otherwiseAt)).there.some((each) => sameContact(each, contact))
  if (!isThereOtherwise) there.push(contact)
  return !isThereOtherwise
}
