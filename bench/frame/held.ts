import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

const answers = "process.on('message', () => { gc(); gc(); const { heapUsed, external } = process.memoryUsage(); process.send(heapUsed + external) }); process.channel.unref()"

/** Options that a Node is started with, so that what it holds can be counted. */
export const countable = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(answers)}`]

/**
 * Megabytes that a program which is `countable` holds when all it has let go of is swept: objects and buffers. What it has taken from the machine is
 * more, because room that was once needed is kept for the next time.
 */
export async function heldBy(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message')
  child.send('count')
  return Number((await answer)[0]) / 1_000_000
}
