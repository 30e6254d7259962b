import type { Operation } from '../../platform/api/operation.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { itemOperations } from './item-operations.ts'
import { linkOperations } from './link-operations.ts'
import { workspaceOperations } from './workspace-operations.ts'

/** Everything that other systems may ask and do. The access matrix and the description are made from this list. */
export const apiOperations = (catalogue: Catalogue): Operation[] => [...workspaceOperations(catalogue), ...itemOperations(catalogue), ...linkOperations(catalogue)]
