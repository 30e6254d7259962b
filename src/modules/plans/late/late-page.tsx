import { page } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { readItems } from '../../../platform/item/item.store.ts'
import { formatDate, formatList, formatRelativeDay } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, EmptyState, Heading, Lead } from '../../../ui/index.ts'
import { organisationsById } from '../../actors/index.ts'
import { itemPath, ItemState } from '../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { isKeptElsewhere } from '../measure/elsewhere.ts'
import { measure } from '../measure/measure.ts'
import { milestonesOf } from '../measure/milestone.store.ts'
import { dateOf, isOpen, ownersOf } from '../structure/structure.ts'
import { concerns, type Found, groupedConcerns } from './late.ts'
import { lateWords } from './late.words.ts'
import { statusSaidAt } from './status.store.ts'

const patience = [3, 6, 12] as const

/** What waits for somebody to act, in groups, with whose it is and the way to it. */
export const latePage = page({
  path: '/arbeidsrom/:workspace/plan/forsinket',
  access: workspaceReaders,
  load: async (request, { workspace }: InWorkspace) => {
    const { db, viewer } = request
    // How those go that are kept in another system is told there.
    const measures = (await readItems(db, viewer, measure, { workspaceId: workspace.id })).filter((one) => !isKeptElsewhere(one.fields))
    const ids = measures.map((m) => m.id)
    const [milestones, said, organisations] = await Promise.all([
      milestonesOf(db, ids), statusSaidAt(db, workspace.id, ids), organisationsById(db, measures.flatMap(ownersOf)),
    ])
    return { measures, milestones: Map.groupBy(milestones, (m) => m.itemId), said, organisations }
  },
  title: (_, { lang }) => lateWords[lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: 'Plan', href: workspacePath(workspace, 'plan') }],
  view: ({ measures, milestones, said, organisations }, { lang, now, query, pathname }, { workspace }) => {
    const w = lateWords[lang]
    if (measures.length === 0) {
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <EmptyState picture="start" title={w.emptyTitle} actions={<ButtonLink href={itemPath(workspace, measure)}>{w.toMeasures}</ButtonLink>}><p>{w.empty}</p></EmptyState>
        </>
      )
    }
    const today = osloDate(now)
    const months = patience.find((n) => String(n) === query.get('maneder')) ?? 6
    const byId = new Map(measures.map((m) => [m.id, m]))
    const who = (item: Item) => formatList(ownersOf(item).map((id) => organisations.get(id)?.name ?? '?'), lang)
    const groups = groupedConcerns(measures.map((m) => ({
      id: m.id, state: m.state, ends: dateOf(m, 'ends_on'), owners: ownersOf(m).length,
      needsDecision: typeof m.fields.needs_decision === 'string' ? m.fields.needs_decision : null,
      quietSince: osloDate(said.get(m.id) ?? m.created_at),
      milestones: milestones.get(m.id) ?? [],
    })), today, months)
    const touched = new Set([...groups.values()].flat().map((f) => f.id)).size
    const when = (found: Found) => {
      if (!found.since) return ''
      const text = `${formatDate(found.since, lang)} (${formatRelativeDay(found.since, today, lang)})`
      return found.concern === 'quiet' ? w.quietSince(text) : w.since(text)
    }
    const columns: Column<Found>[] = [
      { key: 'title', header: w.measure, rowHeader: true, cell: (f) => { const item = byId.get(f.id); return item ? <a href={itemPath(workspace, measure, item)}>{item.title}</a> : null } },
      { key: 'what', header: w.what, cell: (f) => { const item = byId.get(f.id); return <>{[f.what, when(f)].filter(Boolean).join('. ') || (item ? <ItemState kind={measure} state={item.state} lang={lang} /> : null)}</> } },
      { key: 'who', header: w.owner, cell: (f) => { const item = byId.get(f.id); return (item && who(item)) || w.noOwner } },
    ]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        {touched === 0 ? <EmptyState picture="holds" title={w.noneTitle}><p>{w.none}</p></EmptyState> : <Lead>{w.lead(touched, measures.filter(isOpen).length)}</Lead>}
        {touched > 0 ? (
          <nav class="choices-line no-print" aria-label={w.jump}>
            {concerns.filter((c) => (groups.get(c)?.length ?? 0) > 0).map((c) => <a href={`#${c}`}>{w.groups[c]}{w.count(groups.get(c)?.length ?? 0)}</a>)}
          </nav>
        ) : null}
        {concerns.map((concern) => {
          const rows = groups.get(concern) ?? []
          return rows.length === 0 ? null : (
            <section aria-labelledby={concern}>
              <Heading level={2} id={concern}>{w.groups[concern]}{w.count(rows.length)}</Heading>
              <p class="hint">{w.why[concern]}</p>
              <DataTable lang={lang} caption={w.groups[concern]} captionHidden columns={columns} rows={rows} />
            </section>
          )
        })}
        <nav class="choices-line no-print" aria-label={w.months}>
          <span>{w.months}:</span>
          {patience.map((n) => <a href={`${pathname}?maneder=${n}#quiet`} aria-current={n === months ? 'true' : undefined}>{w.monthsOf(n)}</a>)}
        </nav>
      </>
    )
  },
})
