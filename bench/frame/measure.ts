import type { Figure } from './figure.ts'
import type { Worlds } from '../world/world.ts'

export type Run = {
  worlds: Worlds
  /** Items in the world: a million unless told. */
  size: number
  /** Told of every figure as it comes. */
  tell(figure: Figure): void
  say(line: string): void
}

/** One thing that is measured, or a few that belong together. */
export type Measure = { name: string; run(run: Run): Promise<void> }
