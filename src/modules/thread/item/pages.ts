import type { Page, Resource } from '../../../platform/http/page.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { linkPage, linkSuggestions } from '../link/link-page.tsx'
import { changeItemPage } from './change-item.tsx'
import { historyPage } from './history.tsx'
import { listItemsPage } from './list-items.tsx'
import { newItemPage } from './new-item.tsx'
import { removedItemsPage, removeItemPage } from './remove-item.tsx'
import { showItemPage } from './show-item.tsx'
import type { LooseWords } from './whole.ts'

/** What every kind gets for nothing. */
export const itemPages = (catalogue: Catalogue, looseWords: LooseWords): Page[] =>
  [...catalogue.kinds.values()].flatMap((kind) => [
    listItemsPage(kind),
    newItemPage(catalogue, kind),
    removedItemsPage(kind),
    showItemPage(catalogue, kind, looseWords),
    changeItemPage(kind),
    removeItemPage(catalogue, kind),
    historyPage(catalogue, kind),
    linkPage(catalogue, kind),
  ])

export const itemResources = (catalogue: Catalogue): Resource[] => [...catalogue.kinds.values()].map((kind) => linkSuggestions(catalogue, kind))
