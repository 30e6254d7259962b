/** What an arena is meant to have to do with another: it prepares matters for it, reports to it, or the two exchange. */
export const tieTypes = ['prepares', 'reports', 'exchanges'] as const
export type TieType = (typeof tieTypes)[number]

/** A connection that is agreed: contact at least every so many days (none: as often as the workspace says), counted from `since`, YYYY-MM-DD. */
export type ArenaTie = { id: string; itemId: string; otherId: string | null; type: TieType; everyDays: number | null; since: string; note: string | null }
