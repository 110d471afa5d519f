/** So many entries may share a thing before it stops telling them apart. */
export const CROWD = 60

export function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/**
 * Entries by a key that they may share. Under each key lies but a crowd, so that thousands who share one phone are not all held
 * against each other; whoever comes behind it is found by what else he must have in common.
 */
export class Shelf<Value> {
  #first = new Map<string, Value[]>()
  #behind = new Map<string, Value[]>()

  put(key: string, value: Value, further: () => string): void {
    if ((this.#first.get(key)?.length ?? 0) < CROWD) put(this.#first, key, value)
    else put(this.#behind, `${key}\u0000${further()}`, value)
  }

  /** Everybody under the key, of a crowd too. */
  all(key: string): readonly Value[] {
    const list = this.#first.get(key) ?? []
    if (list.length < CROWD) return list
    const behind = [...this.#behind].flatMap(([each, values]) => (each.startsWith(`${key}\u0000`) ? values : []))
    return [...new Set([...list, ...behind])]
  }

  get(key: string, further: () => string): readonly Value[] {
    const list = this.#first.get(key) ?? []
    return list.length < CROWD ? list : [...list, ...(this.#behind.get(`${key}\u0000${further()}`) ?? [])]
  }
}
