import { type Elsewhere, elsewhereOf } from '../../../platform/item/elsewhere.ts'
import { measure } from './measure.ts'

type Said = Readonly<Record<string, unknown>>

/** Where a measure is kept; null for one that is kept here. */
export const measureElsewhere = (fields: Said): Elsewhere | null => elsewhereOf(measure, fields)
export const isKeptElsewhere = (fields: Said): boolean => measureElsewhere(fields) !== null
