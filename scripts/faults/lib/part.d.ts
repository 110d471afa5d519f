/** What each part of the fault suite is given and answers. */
export interface Given {
  quick: boolean
  bin: string
  seed: number
  folder: string
  say(line: string): void
}
export interface Result {
  what: string
  figure: string
  ok: boolean
}
export type Run = (given: Given) => Promise<Result[]>
