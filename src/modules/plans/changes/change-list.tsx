import { keyNameOf } from '../../../platform/audit/via.ts'
import { actedFor, whoDid } from '../../../platform/audit/who.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { formatDateTime, whenInstant } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Details } from '../../../ui/index.ts'
import { differences, itemPath } from '../../thread/index.ts'
import type { Change, ChangedItem } from './changes.store.ts'
import { changesWords } from './changes.words.ts'
import { deedOf } from './deeds.ts'
import { gather } from './group.ts'

export type ListContext = {
  lang: Lang
  now: Temporal.Instant
  catalogue: Catalogue
  /** The address of the workspace that a change was made in; null when it cannot be gone to. */
  slugOf: (workspaceId: string) => string | null
  organisations: ReadonlyMap<string, string>
}

const Item = ({ item, context }: { item: ChangedItem; context: ListContext }) => {
  const kind = context.catalogue.kinds.get(item.kind)
  const slug = context.slugOf(item.workspaceId)
  return item.removed || !kind || !slug ? <>«{item.title}»</> : <a href={itemPath({ slug }, kind, item)}>{item.title}</a>
}

const What = ({ change, context }: { change: Change; context: ListContext }) => {
  const { lang, catalogue } = context
  const relation = catalogue.relations.find((one) => one.name === change.relation)
  return (
    <>
      {change.item ? <Item item={change.item} context={context} /> : null}
      {change.other ? <>: {relation?.words[lang].forward ?? '–'} <Item item={change.other} context={context} /></> : null}
    </>
  )
}

const Differences = ({ change, context: { lang, catalogue, organisations } }: { change: Change; context: ListContext }) => {
  const kind = catalogue.kinds.get(change.item?.kind ?? '')
  if (!kind || !change.after || !change.before || change.what === 'item.removed' || change.what === 'item.restored') return null
  const found = differences(kind, change.before, change.after, lang, { organisations, files: new Map() })
  return found.length === 0 ? null : (
    <ul class="changes">
      {found.map((d) => <li>{d.label}: {d.before ? <><del>{d.before}</del> → </> : null}{d.after ? <ins>{d.after}</ins> : '–'}</li>)}
    </ul>
  )
}

/** «8 resultater», or «8 ting» when they are of different kinds. */
function many(all: readonly Change[], { lang, catalogue }: ListContext): string {
  const w = changesWords[lang]
  if (all[0]?.other) return w.ties(all.length)
  if (all.every((one) => one.item === null)) return ''
  const kinds = new Set(all.map((one) => one.item?.kind ?? ''))
  const kind = kinds.size === 1 ? catalogue.kinds.get([...kinds][0] ?? '') : undefined
  return kind ? `${all.length} ${kind.words[lang].many}` : w.things(all.length)
}

function viaWords(via: string, lang: Lang): string {
  const way = keyNameOf(via) === null ? via : 'api'
  return Object.hasOwn(changesWords[lang].via, way) ? `, ${changesWords[lang].via[way as 'mail']}` : ''
}

/** What happened, newest first. `brief` leaves out what it was before: for an overview. At most `atMost` entries. */
export const ChangeList = ({ changes, brief = false, atMost = Infinity, ...context }: ListContext & { changes: readonly Change[]; brief?: boolean; atMost?: number }) => {
  const { lang, now } = context
  const w = changesWords[lang]
  return (
    <ol class="history">
      {gather(changes).slice(0, atMost).map(({ first, all }) => {
        const when = whenInstant(first.at, now, lang)
        const kind = first.item && context.catalogue.kinds.get(first.item.kind)
        return (
          <li>
            <p>
              {whoDid(first, w.system, lang)} {deedOf(first, lang)}{' '}
              {all.length > 1 ? <strong>{many(all, context)}</strong> : <><What change={first} context={context} />{kind && !first.other ? <span class="hint"> {kind.words[lang].one}</span> : null}</>}
            </p>
            <p class="hint"><time datetime={when.datetime} title={when.exact}>{brief ? when.text : formatDateTime(first.at, lang)}</time>{first.actingFor ? `, ${actedFor(first.actingFor, lang)}` : ''}{viaWords(first.via, lang)}</p>
            {all.length > 1 && !brief ? <Details summary={w.which}><ul>{all.map((one) => <li><What change={one} context={context} /><Differences change={one} context={context} /></li>)}</ul></Details> : null}
            {all.length === 1 && !brief ? <Differences change={first} context={context} /> : null}
          </li>
        )
      })}
    </ol>
  )
}
