import { membershipsIn } from '../../../platform/access/viewer.ts'
import { page } from '../../../platform/http/page.ts'
import { formatDate, formatDateShort, formatDateTime, formatList, formatNumber } from '../../../platform/text/format.ts'
import { daysUntil } from '../../../platform/time/oslo.ts'
import { Alert, ButtonLink, type Column, DataTable, Details, EmptyState, Heading, Lead, State } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { arena } from '../arena/arena.ts'
import { tieWords } from '../arena/arena.words.ts'
import { ArenaPlaces } from '../room/places.tsx'
import type { Connection, Travel } from './connections.ts'
import { readArenaMap } from './map.load.ts'
import { MapPicture } from './map-picture.tsx'
import type { MapArena } from './map.store.ts'
import { mapWords } from './map.words.ts'
import { ConnectionState } from './standing.tsx'

const needsSomething = ({ standing, oneWay }: Connection) => standing === 'missing' || standing === 'overdue' || oneWay

/** How the arenas are meant to be connected, and how they are: as a picture, and as a table that says the same. */
export const mapPage = page({
  path: '/arbeidsrom/:workspace/arenaer/kart',
  access: workspaceReaders,
  shared: true,
  listed: true,
  width: 'wide',
  styles: ['arena-map.page.css'],
  load: (request, { workspace }: InWorkspace) => readArenaMap(request, workspace),
  title: (_, { lang }) => mapWords[lang].title,
  crumbs: (_, { lang }, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: arena.words[lang].title, href: itemPath(workspace, arena) }],
  view: (map, { lang, now, viewer }, { workspace }) => {
    const w = mapWords[lang]
    const { arenas, connections, isolated, limitDays } = map
    const head = (
      <>
        <Heading level={1}>{w.title}</Heading>
        <ArenaPlaces workspace={workspace} lang={lang} here="map" />
      </>
    )
    if (arenas.length < 2) return <>{head}<EmptyState picture="start" title={w.empty} actions={<ButtonLink href={itemPath(workspace, arena)} variant="primary">{w.toArenas}</ButtonLink>}><p>{w.emptyText}</p></EmptyState></>
    const byId = new Map(arenas.map((one) => [one.id, one]))
    const titleOf = (id: string) => byId.get(id)?.title ?? ''
    const link = (id: string) => { const one = byId.get(id); return one ? <a href={itemPath(workspace, arena, one)}>{one.title}</a> : null }
    const travelled = (travel: Travel | null) => (travel ? <div>{w.travel(titleOf(travel.from), titleOf(travel.to), travel.count, formatNumber(travel.medianDays, lang, { decimals: 1 }))}</div> : null)
    const columns: Column<Connection>[] = [
      { key: 'between', header: w.between, rowHeader: true, cell: (c) => <>{link(c.one)} – {link(c.other)}</> },
      { key: 'status', header: w.status, cell: (c) => <ConnectionState connection={c} lang={lang} /> },
      { key: 'agreed', header: w.agreed, cell: (c) => (c.ties.length === 0 ? <span class="hint">{w.notAgreed}</span> : c.ties.map((tie) => <div>{`${titleOf(tie.itemId)}: ${tieWords[lang].out[tie.type](titleOf(tie.otherId ?? ''))}, ${w.every(tie.everyDays ?? limitDays)}`}</div>)) },
      { key: 'travelled', header: w.travelled, cell: (c) => (c.out || c.back ? <>{travelled(c.out)}{travelled(c.back)}</> : <span class="hint">{w.none}</span>) },
      { key: 'common', header: w.common, cell: (c) => (c.joint || c.shared > 0 ? [c.joint ? w.meetings(c.joint.count) : '', c.shared > 0 ? w.members(c.shared) : ''].map((text) => <div class="arena-common">{text}</div>) : <span class="hint">{w.none}</span>) },
      { key: 'last', header: w.last, cell: (c) => (c.lastContact ? formatDateShort(c.lastContact, lang) : w.never) },
    ]
    const met = (one: MapArena) => {
      if (one.lastMet === null) return <span class="hint">{w.notMet}</span>
      const late = one.state === 'active' && one.everyDays !== null && -daysUntil(one.lastMet, now) > one.everyDays
      return late ? <State lang={lang} kind="delayed">{formatDate(one.lastMet, lang)}, {w.tooLong(one.everyDays ?? 0)}</State> : formatDate(one.lastMet, lang)
    }
    const arenaColumns: Column<MapArena>[] = [
      { key: 'arena', header: w.arena, rowHeader: true, cell: (one) => <>{link(one.id)}{one.state === 'active' ? null : <span class="hint"> {w.resting}</span>}</> },
      { key: 'level', header: w.level, cell: (one) => w.levels[(one.level ?? 'none') as 'none'] },
      { key: 'links', header: w.links, cell: (one) => (isolated.has(one.id) ? <State lang={lang} kind="loose">{w.standsAlone}</State> : formatNumber(connections.filter((c) => c.standing !== 'known' && (c.one === one.id || c.other === one.id)).length, lang)) },
      { key: 'met', header: w.lastMet, cell: met },
    ]
    const known = connections.filter((c) => c.standing === 'known')
    const alone = arenas.filter((one) => isolated.has(one.id)).map((one) => one.title)
    return (
      <>
        {head}
        <Lead>{w.lead(arenas.filter((one) => one.state === 'active').length, connections.filter(needsSomething).length)}</Lead>
        {alone.length > 0 ? <Alert colour="warning" title={w.alone(formatList(alone, lang))}><p>{w.aloneWhy}</p></Alert> : null}
        <MapPicture map={map} workspace={workspace} lang={lang} />
        <section aria-labelledby="forbindelsene">
          <Heading level={2} id="forbindelsene">{w.table}</Heading>
          <p class="hint">{w.tableLead} {w.limit(limitDays)}{membershipsIn(viewer, workspace.id).length > 0 ? <> <a href={workspacePath(workspace, 'innstillinger/traden')}>{w.change}</a></> : null}</p>
          <DataTable lang={lang} caption={w.table} captionHidden columns={columns} rows={connections.filter((c) => c.standing !== 'known')} />
          {known.length > 0 ? (
            <Details summary={w.knownOnly(known.length)}>
              <DataTable lang={lang} caption={w.knownOnly(known.length)} captionHidden columns={columns.filter(({ key }) => key === 'between' || key === 'common')} rows={known} />
            </Details>
          ) : null}
        </section>
        <section aria-labelledby="arenaene">
          <Heading level={2} id="arenaene">{w.arenasTable}</Heading>
          <DataTable lang={lang} caption={w.arenasTable} captionHidden columns={arenaColumns} rows={arenas} />
        </section>
        <p class="hint">{w.from(formatDateTime(now, lang))}</p>
      </>
    )
  },
})
