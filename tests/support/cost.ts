/**
 * How much of the processor this thread uses for some work, in ms: what others on the machine do meanwhile does not count. All of it is
 * time in which nobody else is answered.
 */
export function costOf(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  return spent(before)
}

/** The same for work that waits in between. What else this thread does meanwhile counts too. */
export async function costOfAll(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  return spent(before)
}

function spent(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
