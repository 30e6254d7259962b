import type { Page } from './page.ts'

/** The text of a page as anybody who is not logged in gets it, and under which state of the database it was made; packed the first time that somebody takes it so, one character for each byte. */
export type Kept = { version: string; at: number; route: Page['path']; text: string; tag: string; packing: Promise<string> | null; packed: string | null }

/** Milliseconds, of a clock that never goes back, that a page is kept though nothing has changed: it tells the time and what is late. */
const longest = 30_000
/** Room for all of them; what was asked for longest ago goes first. */
const mostCharacters = 24_000_000
/** So many times in so many milliseconds the database is asked whether anything has changed; more answers than that trust the last one. */
const checksInWindow = 10
const windowMs = 200

/**
 * Finished pages for those who are not logged in, in this process. A page is given again only while nothing whatever has been committed
 * since before it was made: the database's own snapshot says so in one cheap statement, whichever process or hand wrote. All who ask at once share
 * the statement; a process that is asked more than that is at most `windowMs` behind the others, and never behind itself.
 */
export function keptPages(readVersion: () => Promise<string>, clock: () => number = () => performance.now()) {
  const pages = new Map<string, Kept>()
  let characters = 0
  let [windowBegan, checks, last]: [number, number, string | null] = [0, 0, null]
  let changes = 0
  let [running, next]: [Promise<string> | null, Promise<string> | null] = [null, null]

  const check = async (): Promise<string> => {
    checks++
    const before = changes
    try {
      const version = await readVersion()
      if (before === changes) last = version
      return version
    } finally {
      running = null
    }
  }
  const drop = (key: string): void => {
    characters -= pages.get(key)?.text.length ?? 0
    pages.delete(key)
  }
  return {
    /** The state of the database now. */
    async version(): Promise<string> {
      const now = clock()
      if (now - windowBegan > windowMs) [windowBegan, checks] = [now, 0]
      if (last !== null && checks >= checksInWindow) return last
      if (!running) return (running = check())
      // One that began before we came may have looked before what we are to see: those who wait share the next one.
      next ??= running.then(() => undefined, () => undefined).then(() => {
        next = null
        return (running = check())
      })
      return next
    },
    has: (key: string): boolean => pages.has(key),
    find(key: string, version: string): Kept | null {
      const page = pages.get(key)
      if (!page) return null
      drop(key)
      if (page.version !== version || clock() - page.at > longest) return null
      // The last asked for stands last.
      pages.set(key, page)
      characters += page.text.length
      return page
    },
    keep(key: string, page: Omit<Kept, 'at' | 'packing' | 'packed'>): Kept {
      drop(key)
      const kept: Kept = { ...page, at: clock(), packing: null, packed: null }
      pages.set(key, kept)
      characters += page.text.length
      for (const oldest of pages.keys()) {
        if (characters <= mostCharacters) break
        drop(oldest)
      }
      return kept
    },
    /** Something was changed here: the next one asks. */
    changed(): void {
      changes++
      last = null
    },
    get size(): number {
      return characters
    },
  }
}
export type KeptPages = ReturnType<typeof keptPages>
