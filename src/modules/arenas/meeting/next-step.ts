/** What a meeting asks of those who lead it now. */
export type Step = 'set-day' | 'agenda' | 'call' | 'call-again' | 'wait' | 'minutes' | 'ask-approval' | 'approve' | 'archive' | 'done' | 'tell-cancelled' | 'cancelled'

export type Standing = {
  state: string
  day: string | null
  points: number
  called: boolean
  /** It is no longer as it was when it was last sent. */
  changed: boolean
  /** Points whose minutes are written. */
  written: number
  approvalAskedOn: string | null
  archivedOn: string | null
}

/** The one next step: agenda, call, hold, minutes, approve, archive. `today` is the day in Oslo. A meeting on its own day is held. */
export function nextStep({ state, day, points, called, changed, written, approvalAskedOn, archivedOn }: Standing, today: string): Step {
  if (state === 'cancelled') return called && changed ? 'tell-cancelled' : 'cancelled'
  if (state === 'approved') return archivedOn === null ? 'archive' : 'done'
  if (state === 'held') return written === 0 ? 'minutes' : approvalAskedOn === null ? 'ask-approval' : 'approve'
  if (day === null) return 'set-day'
  if (day <= today) return 'minutes'
  if (called && changed) return 'call-again'
  if (points === 0) return 'agenda'
  return called ? 'wait' : 'call'
}
