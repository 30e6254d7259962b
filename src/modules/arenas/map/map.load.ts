import type { Request } from '../../../platform/http/page.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { isMemberOn } from '../arena/arena-member.ts'
import { membersOfArenas } from '../arena/arena-member.store.ts'
import { standardContactDays } from '../arena/arena.checks.ts'
import { tiesOfArenas } from '../arena/arena-tie.store.ts'
import { byConcern, type Connection, connectionsOf, isolatedIn, sharedMembers } from './connections.ts'
import { jointMeetings, type MapArena, mapArenas, travelsIn } from './map.store.ts'

/** How the arenas that the viewer may see are connected, what to look at first standing first. Five statements, whatever there is. */
export type ArenaMap = { arenas: MapArena[]; connections: Connection[]; isolated: ReadonlySet<string>; limitDays: number }

export async function readArenaMap({ db, viewer, now }: Request, workspace: { id: string }): Promise<ArenaMap> {
  const today = osloDate(now).toString()
  const [arenas, travels, joints] = await Promise.all([mapArenas(db, viewer, workspace.id, today), travelsIn(db, viewer, workspace.id), jointMeetings(db, viewer, workspace.id, today)])
  const ids = arenas.map((one) => one.id)
  const [ties, members] = await Promise.all([tiesOfArenas(db, ids), membersOfArenas(db, ids)])
  const limitDays = arenas[0]?.limitDays ?? standardContactDays
  const facts = { arenas, ties, travels, joints, shared: sharedMembers(members.filter((one) => isMemberOn(one, today))) }
  const connections = connectionsOf(facts, today, limitDays).toSorted(byConcern)
  return { arenas, connections, isolated: isolatedIn(facts, connections), limitDays }
}
