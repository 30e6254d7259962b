/**
 * How much of the processor this thread uses for some work, in ms: what others on the machine do meanwhile does not count. All of it is
 * time in which nobody else is answered. What is not quick is tried again, a few times: compiling and sweeping come in between, and are not what is asked about.
 */
export function costOf(work: () => unknown, quick = 50): number {
  let least = Infinity
  for (let tries = 0; tries < 3 && least >= quick; tries++) {
    const before = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}
