import type { Child } from 'hono/jsx'
import { membershipsIn } from '../../../platform/access/viewer.ts'
import { itemPart, type PartContext } from '../../../platform/item/manifest.ts'
import { mayAdd } from '../../../platform/item/item.policy.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { daysUntil, osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, Details, Heading, Lead } from '../../../ui/index.ts'
import { organisationLink, organisationsById, peopleById } from '../../actors/index.ts'
import { itemPath } from '../../thread/index.ts'
import { workspacePath } from '../../workspaces/index.ts'
import type { ArenaMap } from '../map/map.load.ts'
import { readArenaMap } from '../map/map.load.ts'
import { mapWords } from '../map/map.words.ts'
import { ConnectionState } from '../map/standing.tsx'
import { matter } from '../matter/matter.ts'
import { mattersIn, type WaitingMatter } from '../matter/matter-step.store.ts'
import { whenMet } from '../room/arenas-page.tsx'
import { arena } from './arena.ts'
import { type ArenaMember, byRole, isMemberOn } from './arena-member.ts'
import { membersOfArenas } from './arena-member.store.ts'
import { type NextAndLast, nextAndLastMeetings } from './arena-meetings.store.ts'
import { type ArenaTie } from './arena-tie.ts'
import { tiesOfArenas } from './arena-tie.store.ts'
import { arenaWords, memberWords, tieWords } from './arena.words.ts'
import { type Attendance, attendanceIn } from './attendance.store.ts'
import { AttendanceTable } from './attendance.tsx'

type Data = {
  meetings: NextAndLast | undefined
  waiting: WaitingMatter[]
  members: ArenaMember[]
  ties: ArenaTie[]
  map: ArenaMap
  organisations: ReadonlyMap<string, string>
  /** Empty for those who are not members: they are not told who people are. */
  people: ReadonlyMap<string, string>
  raises: boolean
  /** Empty for those who are not members. */
  attendance: Attendance[]
}

const Members = ({ data, context: { request: { lang, now }, workspace, item, abilities } }: { data: Data; context: PartContext }) => {
  const w = memberWords[lang]
  const here = itemPath(workspace, arena, item, '/medlemmer')
  const today = osloDate(now).toString()
  const [current, former] = [data.members.filter((one) => one.to === null || one.to >= today).toSorted(byRole), data.members.filter((one) => one.to !== null && one.to < today)]
  const who = ({ organisationId, personId }: ArenaMember): Child => {
    const person = personId === null ? null : (data.people.get(personId) ?? (organisationId === null ? w.somebody : null))
    const organisation = organisationId === null ? null : data.organisations.get(organisationId)
    return <>{person}{person && organisation ? ', ' : ''}{organisation ? <a href={organisationLink(organisationId ?? '')}>{organisation}</a> : null}{!person && !organisation ? w.nobody : null}</>
  }
  const name = (one: ArenaMember) => data.people.get(one.personId ?? '') ?? data.organisations.get(one.organisationId ?? '') ?? w.nobody
  const columns: Column<ArenaMember>[] = [
    { key: 'who', header: w.who, rowHeader: true, cell: who },
    { key: 'role', header: w.role, cell: (one) => w.roles[one.role] },
    { key: 'period', header: w.period, cell: (one) => [one.from && w.since(formatDate(one.from, lang)), one.to && w.until(formatDate(one.to, lang))].filter(Boolean).join(' ') },
    ...(abilities.change ? [{ key: 'edit', header: w.edit, cell: (one: ArenaMember) => <a class="row-edit no-print" href={`${here}/${one.id}/endre`}>{w.edit}<span class="ds-sr-only">: {name(one)}</span></a> }] : []),
  ]
  if (data.members.length === 0 && !abilities.change) return null
  return (
    <section class="item-rows" aria-labelledby="medlemmer">
      <Heading level={2} id="medlemmer">{w.heading}</Heading>
      {current.length === 0 ? <p>{w.empty}</p> : <DataTable lang={lang} caption={w.heading} captionHidden columns={columns} rows={current} />}
      {former.length > 0 ? <Details summary={w.former}><DataTable lang={lang} caption={w.former} captionHidden columns={columns} rows={former} /></Details> : null}
      {abilities.change ? <p class="no-print"><ButtonLink href={`${here}/ny`} small>{w.addLink}</ButtonLink></p> : null}
    </section>
  )
}

const Ties = ({ data, context: { request: { lang }, workspace, item, abilities } }: { data: Data; context: PartContext }) => {
  const w = tieWords[lang]
  const here = itemPath(workspace, arena, item, '/forbindelser')
  const arenas = new Map(data.map.arenas.map((one) => [one.id, one]))
  const otherOf = (tie: ArenaTie) => arenas.get((tie.itemId === item.id ? tie.otherId : tie.itemId) ?? '')
  const said = (tie: ArenaTie) => w[tie.itemId === item.id ? 'out' : 'back'][tie.type](otherOf(tie)?.title ?? w.unknown)
  const connection = (tie: ArenaTie) => { const other = otherOf(tie)?.id; return data.map.connections.find((one) => (one.one === item.id && one.other === other) || (one.other === item.id && one.one === other)) }
  // What the other end is may be hidden from this viewer: then the tie is too.
  const shown = data.ties.filter((tie) => otherOf(tie))
  const columns: Column<ArenaTie>[] = [
    { key: 'what', header: mapWords[lang].agreed, rowHeader: true, cell: (tie) => { const other = otherOf(tie); return <>{other ? <a href={itemPath(workspace, arena, other)}>{said(tie)}</a> : said(tie)}{tie.note ? <span class="hint"> {tie.note}</span> : null}</> } },
    { key: 'state', header: mapWords[lang].status, cell: (tie) => { const found = connection(tie); return found ? <ConnectionState connection={found} lang={lang} /> : '' } },
    ...(abilities.change ? [{ key: 'edit', header: w.edit, cell: (tie: ArenaTie) => (tie.itemId === item.id ? <a class="row-edit no-print" href={`${here}/${tie.id}/endre`}>{w.edit}<span class="ds-sr-only">: {said(tie)}</span></a> : null) }] : []),
  ]
  return (
    <section class="item-rows" aria-labelledby="forbindelser">
      <Heading level={2} id="forbindelser">{w.heading}</Heading>
      {shown.length === 0 ? <p>{w.empty}</p> : <DataTable lang={lang} caption={w.heading} captionHidden columns={columns} rows={shown} />}
      <p class="no-print">{abilities.change ? <ButtonLink href={`${here}/ny`} small>{w.addLink}</ButtonLink> : null} <a href={workspacePath(workspace, 'arenaer/kart')}>{w.map}</a></p>
    </section>
  )
}

const Waiting = ({ data, context: { request: { lang, now }, workspace } }: { data: Data; context: PartContext }) => {
  const w = arenaWords[lang]
  const columns: Column<WaitingMatter>[] = [
    { key: 'matter', header: w.matter, rowHeader: true, cell: (one) => <a href={itemPath(workspace, matter, one)}>{one.title}</a> },
    { key: 'since', header: w.since, cell: (one) => formatDate(one.since, lang) },
    { key: 'days', header: w.days, align: 'number', cell: (one) => String(-daysUntil(one.since, now)) },
    { key: 'status', header: w.status, cell: (one) => `${matter.states[one.state as 'raised']?.text[lang] ?? ''} ${formatDate(one.lastOn, lang)}` },
  ]
  return (
    <section class="item-rows" aria-labelledby="saker-her">
      <Heading level={2} id="saker-her">{w.waiting}</Heading>
      {data.waiting.length === 0 ? <p>{w.noMatters}</p> : <DataTable lang={lang} caption={w.waiting} captionHidden columns={columns} rows={data.waiting} />}
      {data.raises ? <p class="no-print"><ButtonLink href={`${itemPath(workspace, matter)}/ny`} small>{w.raise}</ButtonLink></p> : null}
    </section>
  )
}

/** An arena's own page: when it meets, what waits in it, what it is agreed to have to do with others, and who is in it. */
export const arenaPart = itemPart<Data>({
  kind: arena.name,
  load: async (request, workspace, item) => {
    const { db, viewer, now } = request
    const [today, yearAgo] = [osloDate(now).toString(), osloDate(now).subtract({ years: 1 }).toString()]
    const member = membershipsIn(viewer, workspace.id).length > 0
    const [meetings, waiting, members, ties, map, attendance] = await Promise.all([
      nextAndLastMeetings(db, viewer, workspace.id, today), mattersIn(db, viewer, workspace.id, item.id), membersOfArenas(db, [item.id]), tiesOfArenas(db, [item.id]), readArenaMap(request, workspace),
      member ? attendanceIn(db, viewer, item.id, yearAgo, today) : [],
    ])
    const [organisations, people] = await Promise.all([
      organisationsById(db, members.flatMap((one) => one.organisationId ?? [])), member ? peopleById(db, members.flatMap((one) => one.personId ?? [])) : new Map<string, string>(),
    ])
    return {
      attendance, meetings: meetings.get(item.id), waiting, members: members.filter((one) => member || one.organisationId !== null || isMemberOn(one, today)), ties, map, people, raises: mayAdd(viewer, workspace, matter),
      organisations: new Map([...organisations].map(([id, one]) => [id, one.name])),
    }
  },
  lead: ({ meetings }, { request: { lang } }) => {
    const w = arenaWords[lang]
    return <Lead>{meetings?.next ? w.next(whenMet(meetings.next, lang)) : w.noNext}{meetings?.last ? ` ${w.last(whenMet(meetings.last, lang))}` : ''}</Lead>
  },
  view: (data, context) => (
    <>
      <Waiting data={data} context={context} />
      <Ties data={data} context={context} />
      <Members data={data} context={context} />
      {data.attendance.length > 0 ? <AttendanceTable rows={data.attendance} members={data.members} context={context} /> : null}
    </>
  ),
})
