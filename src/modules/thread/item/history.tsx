import { membershipsIn } from '../../../platform/access/viewer.ts'
import { actedFor, whoDid } from '../../../platform/audit/who.ts'
import { page } from '../../../platform/http/page.ts'
import type { Field } from '../../../platform/item/field.ts'
import { readHeads } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { formatDateTime } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Heading, Lead } from '../../../ui/index.ts'
import { namesInHistory, peopleById } from '../../actors/index.ts'
import { childDifferences } from './children.ts'
import type { Names } from './context.ts'
import { itemCrumbs } from './crumbs.ts'
import { valueText } from './field-view.tsx'
import { type Happened, historyOf, type Snapshot } from './history.store.ts'
import { itemWords } from './item.words.ts'
import { itemMembers } from './show-item.tsx'

type Difference = { label: string; before: string; after: string }

/** What a version changed against the one before, in the kind's own labels. */
export function differences(kind: Kind, before: Snapshot | null, after: Snapshot, lang: Lang, names: Names): Difference[] {
  const w = itemWords[lang]
  const rows: Difference[] = [
    { label: w.title, before: before?.title ?? '', after: after.title },
    { label: w.code, before: before?.code ?? '', after: after.code ?? '' },
    { label: kind.stateLabel?.[lang] ?? w.state, before: kind.states?.[before?.state ?? '']?.text[lang] ?? '', after: kind.states?.[after.state ?? '']?.text[lang] ?? '' },
  ]
  const value = (snapshot: Snapshot | null, name: string, field: Field) =>
    snapshot ? valueText(field, (field.type === 'organisations' ? snapshot[field.role] : snapshot.fields[name]) as never, lang, names) : ''
  for (const [name, field] of Object.entries(kind.fields)) rows.push({ label: field.label[lang], before: value(before, name, field), after: value(after, name, field) })
  return [...rows.filter((row) => row.before !== row.after), ...childDifferences(kind, before, after, lang)]
}

type Tie = { relation: string; from: string; to: string }

/** A tie as it reads from here: «leverer til «Flere unge i arbeid»». */
const tieText = (catalogue: Catalogue, titles: ReadonlyMap<string, string>, itemId: string, { relation, from, to }: Tie, lang: Lang): string => {
  const forward = from === itemId
  const title = titles.get(forward ? to : from)
  const words = catalogue.relations.find((one) => one.name === relation)?.words[lang][forward ? 'forward' : 'backward'] ?? ''
  return title ? `${words} «${title}»` : words
}

export const historyPage = (catalogue: Catalogue, kind: Kind) =>
  page({
    path: `/arbeidsrom/:workspace/${kind.segment}/:number{[0-9]+}/historie`,
    access: itemMembers(kind),
    load: async (request, { workspace, item }) => {
      const events = await historyOf(request.db, workspace.id, item.id)
      const ids = events.flatMap(({ body }) => [...((body as Snapshot).owner ?? []), ...((body as Snapshot).partner ?? [])])
      const organisations = await namesInHistory(request.db, ids, request.lang)
      const ends = events.flatMap(({ body }) => ('relation' in body ? [String(body.from), String(body.to)] : []))
      const heads = await readHeads(request.db, request.viewer, { workspaceId: workspace.id, ids: ends })
      const member = membershipsIn(request.viewer, workspace.id).length > 0
      const personFields = Object.entries(kind.fields).flatMap(([name, field]) => (field.type === 'person' ? [name] : []))
      const people = member ? await peopleById(request.db, events.flatMap(({ body }) => personFields.flatMap((name) => (body as Snapshot).fields?.[name] ?? []) as string[])) : new Map<string, string>()
      return { events, names: { organisations, files: new Map<string, string>(), people }, titles: new Map(heads.map((head) => [head.id, head.title])) }
    },
    title: (_, request, { item }) => `${itemWords[request.lang].history}: ${item.title}`,
    crumbs: (_, request, { workspace, item }) => itemCrumbs(workspace, kind, request.lang, item),
    view: ({ events, names, titles }, { lang }, { item }) => {
      const w = itemWords[lang]
      const versions = events.filter((e) => e.version !== null)
      const before = (event: Happened) => (versions.find((e) => (e.version ?? 0) < (event.version ?? 0))?.body ?? null) as Snapshot | null
      return (
        <>
          <Heading level={1}>{w.history}</Heading>
          <Lead>{w.leadHistory}</Lead>
          <ol class="history">
            {events.map((event) => (
              <li>
                <p>
                  <strong>{w.happened[event.what as 'item.added'] ?? w.happened['item.changed']}</strong>{' '}
                  {'relation' in event.body ? <>{tieText(catalogue, titles, item.id, event.body as Tie, lang)} </> : null}
                  <span class="hint"><time datetime={event.at.toString()}>{formatDateTime(event.at, lang)}</time>, {whoDid(event, w.someone, lang)}{event.actingFor ? `, ${actedFor(event.actingFor, lang)}` : ''}{event.version ? `, ${w.version.toLowerCase()} ${event.version}` : ''}</span>
                </p>
                {event.version !== null && event.what !== 'item.removed' && event.what !== 'item.restored' ? (
                  <ul>
                    {differences(kind, before(event), event.body as Snapshot, lang, names).map((d) => (
                      <li>{d.label}: {d.before ? <><del>{d.before}</del> → </> : null}{d.after ? <ins>{d.after}</ins> : '–'}</li>
                    ))}
                  </ul>
                ) : null}
              </li>
            ))}
          </ol>
        </>
      )
    },
  })
