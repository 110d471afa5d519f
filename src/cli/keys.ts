import type { ReadStream } from 'node:tty'

/** One key that was pressed: what it types, and its name where it has one (`left`, `escape`). */
export interface Key {
  text: string
  name: string
  ctrl: boolean
}

/** Keys as they are pressed, without Enter. */
export interface Keys {
  /** The next key; null when there will be none. */
  next(): Promise<Key | null>
  /** Gives the terminal back. */
  close(): void
}

/** The keys of a terminal. What is typed ahead waits its turn. */
export async function terminalKeys(stdin: ReadStream): Promise<Keys> {
  const { emitKeypressEvents } = await import('node:readline')
  const pressed: (Key | null)[] = []
  let waiting: ((key: Key | null) => void) | null = null
  const give = (key: Key | null): void => {
    const next = waiting
    waiting = null
    if (next) next(key)
    else pressed.push(key)
  }
  const onKey = (text: string | undefined, key: { name?: string; ctrl?: boolean; sequence?: string }): void =>
    give({ text: text ?? '', name: key.name ?? '', ctrl: key.ctrl === true })
  const onEnd = (): void => give(null)
  emitKeypressEvents(stdin)
  stdin.on('keypress', onKey)
  stdin.on('end', onEnd)
  stdin.setRawMode(true)
  stdin.resume()
  return {
    next: () => {
      const key = pressed.shift()
      if (key !== undefined) return Promise.resolve(key)
      return new Promise((resolve) => {
        waiting = resolve
      })
    },
    close: () => {
      stdin.setRawMode(false)
      stdin.off('keypress', onKey)
      stdin.off('end', onEnd)
      stdin.pause()
    },
  }
}
