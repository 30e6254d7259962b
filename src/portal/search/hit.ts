import type { Catalogue } from '../../platform/item/manifest.ts'
import { capitalised } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { organisationPath } from '../../modules/actors/index.ts'
import { workspacePath } from '../../modules/workspaces/index.ts'
import type { Hit } from './search.store.ts'
import { searchWords } from './search.words.ts'

/** Where a hit is; null for what has no page. */
export function hitPath(catalogue: Catalogue, hit: Hit): string | null {
  if (hit.source === 'workspace') return workspacePath({ slug: hit.slug ?? '' })
  if (hit.source === 'organisation') return organisationPath({ id: hit.id, name: hit.title, kind: hit.kind, official_number: hit.code, orgnr: null })
  if (hit.source === 'person') return `/personer/${hit.id}`
  const kind = catalogue.kinds.get(hit.kind)
  return kind && hit.slug !== null ? workspacePath({ slug: hit.slug }, `${kind.segment}/${hit.number}`) : null
}

/** What a hit is called: «Tiltak», «Arbeidsrom». */
export function hitKind(catalogue: Catalogue, hit: Hit, lang: Lang): string {
  const w = searchWords[lang]
  if (hit.source === 'workspace') return w.workspaceOne
  if (hit.source === 'organisation') return w.organisationOne
  if (hit.source === 'person') return w.personOne
  return capitalised(catalogue.kinds.get(hit.kind)?.words[lang].one ?? hit.kind)
}
