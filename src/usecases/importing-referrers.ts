import { type Additions, nothingAdded } from '../domain/completing.js'
import { ensureFields, type Referral, type Run, tell } from './importing-run.js'

/** The field of one's own that keeps the name of somebody who is no client. */
const KEPT_AS = 'referred_by_name'
/** So many namesakes are looked at for the one with the number that the file tells. */
const NAMESAKES = 20

/**
 * Joins those who recommended to clients once all of them are there. A name that fits nobody is kept as it was written; a number of
 * another base says nothing, so what it stands for is said to be missing.
 */
export async function linkReferrers(run: Run): Promise<void> {
  const links: { id: number; referrer: number }[] = []
  const missing: Referral[] = []
  const cache = new Map<string, number | null>()
  for (const referral of run.referrals) {
    const key = `${referral.number ?? ''}|${referral.name ?? ''}`
    let referrer = cache.get(key)
    if (referrer === undefined) {
      referrer = await referrerOf(run, referral)
      cache.set(key, referrer)
    }
    if (referrer === null) missing.push(referral)
    else if (referrer !== referral.id) links.push({ id: referral.id, referrer })
  }
  const numbered = missing.filter(({ name }) => name === null)
  const asked = [...new Set([...links, ...numbered].map(({ id }) => id))]
  const open = new Set(await run.writing.importing.withoutReferrer(asked))
  await run.writing.importing.setReferrers(links.filter(({ id }) => open.has(id)))
  await keepNames(run, missing)
  const linked = new Set(links.map(({ id }) => id))
  for (const { id, number, line } of numbered)
    if (open.has(id) && !linked.has(id)) tell(run, line, [{ code: 'no-referrer', value: String(number) }])
}

async function referrerOf(run: Run, { name, number }: Referral): Promise<number | null> {
  const inFile = number === null ? undefined : run.ownIds.get(number)
  if (inFile !== undefined) return inFile
  if (name === null) return null
  const named = await run.writing.clients.byName(name, number === null ? 2 : NAMESAKES)
  if (named.length === 1) return named[0]?.id ?? null
  return named.find(({ id }) => id === number)?.id ?? null
}

async function keepNames(run: Run, missing: readonly Referral[]): Promise<void> {
  const named = missing.flatMap(({ id, name }) =>
    name === null || run.graves?.isCalled(name) ? [] : [{ id, value: name }],
  )
  if (named.length === 0) return
  await ensureFields(run, [{ custom: [{ key: KEPT_AS, value: '' }] }])
  for (const { id, value } of named) {
    const [known] = (await run.writing.importing.known([id], false)).values()
    if (!known || known.custom.has(KEPT_AS)) continue
    const additions: Additions = { ...nothingAdded(), custom: [{ key: KEPT_AS, value }] }
    await run.writing.importing.extend([{ id, additions, companies: [] }], run.fieldIds)
  }
}
