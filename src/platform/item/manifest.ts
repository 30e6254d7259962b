import type { Work } from '../db/work.ts'
import type { Page, Request, Resource, Returned, View, WorkspaceHead } from '../http/page.ts'
import type { Lang } from '../text/texts.ts'
import type { AskedKind } from './asked.ts'
import type { Check } from './check.ts'
import type { Abilities } from './item.policy.ts'
import type { Item } from './item.store.ts'
import type { Kind } from './kind.ts'
import type { RawForm } from './parse.ts'

/**
 * How two items may be tied. Those `inThread` carry the thread from knowledge to lesson; which way they run in it follows from
 * the order of the steps. The others sit beside it: a plan document, an indicator, a decision.
 */
export type Relation = {
  name: string
  inThread: boolean
  from: readonly string[]
  to: readonly string[]
  /** How it reads from either end: «bygger opp om» and «bygges opp av». */
  words: Readonly<Record<Lang, { forward: string; backward: string }>>
}

/** A relation as it is declared. `anything` is every kind but its own, those that come later too. */
export type DeclaredRelation = Omit<Relation, 'to'> & { to: readonly string[] | 'anything' }

/** `catalogue` knows the kinds of what the part tells of, also those of later modules. */
export type PartContext = { request: Request; workspace: WorkspaceHead; item: Item; abilities: Abilities; catalogue: Catalogue }

/** A section of an item's page that its module adds: milestones, money, measurements. Loaded once, then a pure view. */
export type ItemPart<D = unknown> = {
  /** The kind that it is a part of, or every kind. */
  kind: string | 'anything'
  /** It stands before the item's own fields: what one comes to the page for. */
  first?: true
  /** What one comes to do is in it too: changing the item's own fields is not the first thing here. */
  acts?: true
  load(request: Request, workspace: WorkspaceHead, item: Item): Promise<D>
  view(data: D, context: PartContext): View
  /** What is to be read before anything else: one sentence under the title. */
  lead?(data: D, context: PartContext): View
}
export const itemPart = <D>(part: ItemPart<D>): ItemPart => part as unknown as ItemPart

/**
 * A section of the page where an item is begun, that a later module adds: read once, shown in the form, and done with what was made, in the same
 * transaction. What its fields are called is its own, so that they are never a field of the kind.
 */
export type BirthPart<D = unknown> = {
  kinds: readonly string[]
  load(request: Request, workspace: WorkspaceHead, kind: Kind): Promise<D>
  view(data: D, request: Request, returned: Returned | null): View
  born(work: Work, workspace: WorkspaceHead, made: { id: string; kind: string }, data: D, raw: RawForm): Promise<void>
}
export const birthPart = <D>(part: BirthPart<D>): BirthPart => part as unknown as BirthPart

/** What a module tells the house about itself. The thread knows this type and the list that it is given, never a module. */
export type Manifest = {
  module: string
  kinds?: readonly Kind[]
  relations?: readonly DeclaredRelation[]
  parts?: readonly ItemPart[]
  births?: readonly BirthPart[]
  /** Rules of the thread check. */
  checks?: readonly Check[]
  /** What it asks people for: it stands on My page, and in the mail of the week. */
  asked?: readonly AskedKind[]
  pages?: readonly Page[]
  /** Pages that show items of any kind, and must know them all. */
  pagesWith?(catalogue: Catalogue): readonly Page[]
  resources?: readonly Resource[]
  /** Kinds that bring everything of their own: a folder each, and a name here. */
  includes?: readonly Manifest[]
}

/** The manifests with those that they include, each after the one that it belongs to. */
export const withIncluded = (manifests: readonly Manifest[]): Manifest[] => manifests.flatMap((manifest) => [manifest, ...withIncluded(manifest.includes ?? [])])

/** All modules' kinds and relations, as one looks them up. */
export type Catalogue = {
  kinds: ReadonlyMap<string, Kind>
  relations: readonly Relation[]
  parts: readonly ItemPart[]
  births: readonly BirthPart[]
  checks: readonly Check[]
  asked: readonly AskedKind[]
}

export function catalogueOf(manifests: readonly Manifest[]): Catalogue {
  const kinds = new Map<string, Kind>()
  for (const kind of manifests.flatMap((m) => m.kinds ?? [])) {
    if (kinds.has(kind.name)) throw new Error(`Two kinds are called ${kind.name}`)
    kinds.set(kind.name, kind)
  }
  return {
    kinds,
    relations: manifests.flatMap((m) => m.relations ?? []).map((relation) => ({ ...relation, to: relation.to === 'anything' ? othersThan(relation.from, kinds) : relation.to })),
    parts: manifests.flatMap((m) => m.parts ?? []),
    births: manifests.flatMap((m) => m.births ?? []),
    checks: manifests.flatMap((m) => m.checks ?? []),
    asked: manifests.flatMap((m) => m.asked ?? []),
  }
}

const othersThan = (names: readonly string[], kinds: ReadonlyMap<string, Kind>): string[] => [...kinds.keys()].filter((name) => !names.includes(name))
