import { listItemsPage } from '../../thread/index.ts'
import { decision } from '../decision/decision.ts'
import { matter } from '../matter/matter.ts'
import { ArenaPlaces } from './places.tsx'

/** The lists of the room's kinds are those that every kind has, under the row of places. */
export const decisionsPage = listItemsPage(decision, ({ slug }, { lang }) => <ArenaPlaces workspace={{ slug }} lang={lang} here="decisions" />)
export const mattersPage = listItemsPage(matter, ({ slug }, { lang }) => <ArenaPlaces workspace={{ slug }} lang={lang} here="matters" />)
