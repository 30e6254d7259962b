import type { Lang } from '../../../platform/text/texts.ts'
import { State, type StateKind } from '../../../ui/index.ts'
import type { Connection, Standing } from './connections.ts'
import { mapWords } from './map.words.ts'

/** One shape for each standing; its word always beside it. */
export const standingShapes: Readonly<Record<Standing, StateKind>> = { holds: 'holds', new: 'not_started', missing: 'loose', overdue: 'delayed', unplanned: 'watch', known: 'notUsed' }

/** How it stands in words: «For lenge siden, 12 dager over. Går bare én vei». */
export function standingText({ standing, overdueBy, oneWay }: Pick<Connection, 'standing' | 'overdueBy' | 'oneWay'>, lang: Lang): string {
  const w = mapWords[lang]
  return [overdueBy > 0 ? `${w.standing[standing]}, ${w.late(overdueBy)}` : w.standing[standing], ...(oneWay ? [w.oneWay] : [])].join('. ')
}

export const ConnectionState = ({ connection, lang }: { connection: Connection; lang: Lang }) => (
  <State lang={lang} kind={connection.oneWay && connection.standing === 'holds' ? 'watch' : standingShapes[connection.standing]}>{standingText(connection, lang)}</State>
)
