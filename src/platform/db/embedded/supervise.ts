import { setTimeout as pause } from 'node:timers/promises'
import { isRefusal, refuse, type Refusal } from './refusal.ts'
import type { Server } from './server.ts'

/** How long to wait before each new try; the last is used from then on (a full disk may take hours). */
const waitsMs = [0, 200, 500, 1000, 2000, 5000]

/** Keeps a server running: when it ends without being asked to, `start` is tried until it is up again. */
export function supervise(first: Server, start: () => Promise<Server | Refusal>, log: (message: string) => void): { stop(): Promise<void> } {
  const stopping = Promise.withResolvers<void>()
  let isStopping = false
  let server = first
  const watch = async () => {
    for (;;) {
      await Promise.race([server.ended, stopping.promise])
      if (isStopping) return
      log('Databasen stoppet uventet. Starter den igjen.')
      const again = await restart()
      if (!again) return
      server = again
      log('Databasen er i gang igjen.')
    }
  }
  const restart = async () => {
    for (let tries = 0; !isStopping; tries++) {
      await Promise.race([pause(waitsMs[Math.min(tries, waitsMs.length - 1)]), stopping.promise])
      const again = await start().catch((fault: unknown) => refuse(String(fault)))
      if (!isRefusal(again)) return again
      log(again.refused)
    }
    return null
  }
  const watching = watch()
  return {
    stop: async () => {
      isStopping = true
      stopping.resolve()
      await watching
      await server.stop()
    },
  }
}
