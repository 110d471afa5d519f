import type { ClientCard } from '../domain/client.js'
import type { Judgement } from '../domain/matching/judging.js'
import {
  beginReview,
  type Decision,
  decide,
  type Review,
  skip,
  stepBack,
  tallyOf,
  without,
} from '../domain/matching/reviewing.js'
import { isRefusal, type Refusal, typedWrongly } from '../errors.js'
import { drawPair } from '../render/review.js'
import { safe } from '../render/safe.js'
import { show } from '../usecases/clients.js'
import { pairsToJudge } from '../usecases/dedupe.js'
import type { Deps } from '../usecases/deps.js'
import { undo } from '../usecases/history.js'
import { judge, merge } from '../usecases/merging.js'
import { areDistinct, keptOf } from '../usecases/reviewing.js'
import type { Context } from './context.js'
import { type DedupeFlags, inputOf, readMin, withProgress, wordingOf } from './dedupe-input.js'
import type { Key, Keys } from './keys.js'
import { formatOf, roomOf } from './output.js'

type Action = 'merge' | 'distinct' | 'later' | 'undo' | 'quit' | 'cancel'

/** Exit code of a review that Ctrl-C ended; what was decided is kept. */
const CANCELLED = 130

/** By the letters of the Latin layout, and the Russian and Ukrainian ones of the same keys. */
const LETTERS: Readonly<Record<string, Action>> = {
  m: 'merge',
  ь: 'merge',
  n: 'distinct',
  т: 'distinct',
  l: 'later',
  д: 'later',
  u: 'undo',
  г: 'undo',
  q: 'quit',
  й: 'quit',
}
const NAMES: Readonly<Record<string, Action>> = { right: 'later', left: 'undo' }

/** What a key means; null when nothing. */
export function actionOf({ text, name, ctrl }: Key): Action | null {
  if (ctrl) return name === 'c' ? 'cancel' : name === 'd' ? 'quit' : null
  return LETTERS[text.toLowerCase()] ?? NAMES[name] ?? null
}

/** Asks of pair after pair, each decision an operation of its own; answers with the exit code. */
export async function reviewDuplicates(
  context: Context,
  typed: readonly string[],
  flags: DedupeFlags,
): Promise<number> {
  formatOf(context, ['table'])
  readMin(flags.min)
  if (context.flags.dryRun) throw typedWrongly((words) => words.errors.eitherOr('--review', '--dry-run'))
  if (!context.interactive)
    throw typedWrongly(({ matching: { errors } }) => ({ text: errors.needsTerminal, hint: errors.needsTerminalHint }))
  const deps = await context.deps()
  const input = await inputOf(deps, typed, flags, 'likely')
  const found = await withProgress(context, (progress) => pairsToJudge(deps, input, progress))
  const pairs = flags.lane === undefined ? found : found.filter(({ lane }) => lane === flags.lane)
  if (pairs.length === 0) {
    context.say(context.words.matching.review.nothing)
    return 0
  }
  const keys = await context.world.keys()
  try {
    return await new ReviewRun(context, deps, keys).whole(beginReview(pairs))
  } finally {
    keys.close()
  }
}

/** The pair on the screen: ids, and who would stay. */
interface Asked {
  a: number
  b: number
  keep: number
  gone: number
}

/** One sitting: shows a pair, waits for a key, does what it says, and shows the next. */
class ReviewRun {
  readonly #context: Context
  readonly #deps: Deps
  readonly #keys: Keys

  constructor(context: Context, deps: Deps, keys: Keys) {
    this.#context = context
    this.#deps = deps
    this.#keys = keys
  }

  async whole(begun: Review): Promise<number> {
    const { review: said } = this.#context.words.matching
    let review = begun
    let action: Action | null = null
    while (action !== 'quit' && action !== 'cancel') {
      const [pair] = review.pairs
      if (!pair) break
      if (await areDistinct(this.#deps, pair.a, pair.b)) {
        review = skip(review)
        continue
      }
      const asked = await this.#shown(pair, review)
      if (typeof asked === 'number') {
        review = without(review, asked)
        continue
      }
      action = await this.#action()
      review = await this.#done(review, action, asked)
    }
    const { merged, distinct, later, left } = tallyOf(review)
    this.#say(`\n${said.summary(merged, distinct, later, left)}`)
    if (merged + distinct + later > 0) this.#say(this.#context.style.muted(said.undoHint))
    return action === 'cancel' ? CANCELLED : 0
  }

  /** Draws the pair; a number is the id of a client that somebody has removed meanwhile. */
  async #shown(pair: Judgement, { decisions, pairs }: Review): Promise<Asked | number> {
    const cards: ClientCard[] = []
    for (const id of [pair.a, pair.b]) {
      const card = await show(this.#deps, id).catch(unlessMissing)
      if (card === null) {
        this.#say(this.#context.words.matching.review.gone(id))
        return id
      }
      cards.push(card)
    }
    const { words, style, clock, out } = this.#context
    const [a, b] = cards as [ClientCard, ClientCard]
    const keep = (await keptOf(this.#deps, a.id, b.id)) ?? a.id
    out(
      `\n${drawPair(
        { pair, a, b, number: decisions.length + 1, all: decisions.length + pairs.length, keep },
        {
          words,
          style,
          width: Math.min(roomOf(this.#context) ?? 80, 140),
          today: clock.toLocal(clock.now()).date,
          dayOf: (instant) => clock.toLocal(new Date(instant)).date,
        },
      )}`,
    )
    return { a: a.id, b: b.id, keep, gone: keep === a.id ? b.id : a.id }
  }

  /** The next key that means something. */
  async #action(): Promise<Action> {
    for (;;) {
      const key = await this.#keys.next()
      if (key === null) return 'quit'
      const action = actionOf(key)
      if (action !== null) return action
    }
  }

  /** Does what was said; a refusal is told, and the pair is asked again. */
  async #done(review: Review, action: Action, asked: Asked): Promise<Review> {
    try {
      if (action === 'undo') return await this.#takenBack(review)
      const decision = await this.#decision(action, asked)
      return decision === null ? review : decide(review, decision)
    } catch (error) {
      if (!isRefusal(error)) throw error
      this.#complain(error)
      if (action === 'merge') {
        const { style, words } = this.#context
        this.#say(style.muted(words.matching.review.byForce(asked.keep, asked.gone)))
      }
      return review
    }
  }

  async #decision(action: Action, { a, b, keep, gone }: Asked): Promise<Decision | null> {
    const { review: said } = this.#context.words.matching
    if (action === 'merge') {
      const wording = wordingOf(this.#context)
      const { operation } = await merge(this.#deps, { keep, others: [gone], choices: [], force: false, wording })
      this.#tell(said.merged(gone, keep))
      return { verdict: 'merged', kept: keep, gone, operation }
    }
    if (action !== 'distinct' && action !== 'later') return null
    const { operation } = await judge(this.#deps, a, b, action)
    this.#tell(action === 'later' ? said.later : said.distinct(a, b))
    return { verdict: action, a, b, operation }
  }

  async #takenBack(review: Review): Promise<Review> {
    const { review: said } = this.#context.words.matching
    const back = stepBack(review)
    if (back === null) {
      this.#tell(said.nothingToUndo)
      return review
    }
    if (back.decision.operation !== null) await undo(this.#deps, back.decision.operation)
    this.#tell(said.undone)
    return back.review
  }

  #tell(text: string): void {
    this.#say(this.#context.style.good(`→ ${text}`))
  }

  #say(text: string): void {
    this.#context.say(text)
  }

  #complain(refusal: Refusal): void {
    const { words, style } = this.#context
    const said = refusal.say(words)
    const { text, details = [] } = typeof said === 'string' ? { text: said } : said
    this.#say([style.late(safe(text)), ...details.map((line) => `  ${safe(line)}`)].join('\n'))
  }
}

const NOT_FOUND = 3

function unlessMissing(error: unknown): null {
  if (isRefusal(error) && error.exit === NOT_FOUND) return null
  throw error
}
