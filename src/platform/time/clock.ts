/**
 * The time now. Rules take a `Temporal.Instant`; only the edges (a request, a job, the start) read a clock.
 */
export type Clock = () => Temporal.Instant

export const systemClock: Clock = () => Temporal.Now.instant()

/** A clock that stands still or is moved by hand, for tests and for looking at a plan as on another day. */
export function fixedClock(start: string | Temporal.Instant): Clock & { advance(by: Temporal.DurationLike): void } {
  let now = Temporal.Instant.from(start)
  return Object.assign(() => now, {
    advance(by: Temporal.DurationLike) {
      now = now.toZonedDateTimeISO('UTC').add(by).toInstant()
    },
  })
}
