/** The means by which politics steers without sitting in the meetings (the evaluation of the Buskerud partnership). */
export const means = ['mandate', 'consultation', 'orientation', 'report'] as const
export type Means = (typeof means)[number]
export const seatRoles = ['chair', 'deputy', 'secretariat'] as const
export type SeatRole = (typeof seatRoles)[number]

export type Influence = { id: string; means: Means; body: string; dueOn: string | null; doneOn: string | null; note: string | null }
export type Seat = { id: string; role: SeatRole; organisationId: string | null; organisation: string | null; holder: string | null; fromOn: string | null; toOn: string | null }

/** Where a row stands on a day: its whole day counts. */
export type InfluenceState = 'done' | 'overdue' | 'planned' | 'undated'
export const influenceState = (one: Pick<Influence, 'dueOn' | 'doneOn'>, today: string): InfluenceState =>
  one.doneOn !== null ? 'done' : one.dueOn === null ? 'undated' : one.dueOn < today ? 'overdue' : 'planned'

/** The means that nothing is planned for: neither done within the last year nor with a day to come. What is overdue is planned, and late. */
export function missingMeans(rows: readonly Influence[], today: string): Means[] {
  const yearAgo = Temporal.PlainDate.from(today).subtract({ years: 1 }).toString()
  // A mandate that is given holds until another is.
  const stands = (one: Influence) => one.doneOn === null || one.means === 'mandate' || one.doneOn >= yearAgo
  return means.filter((mean) => !rows.some((one) => one.means === mean && stands(one)))
}

/** Whether somebody sits there on a day. */
export const sits = (seat: Pick<Seat, 'fromOn' | 'toOn'>, today: string): boolean => (seat.fromOn === null || seat.fromOn <= today) && (seat.toOn === null || seat.toOn >= today)
