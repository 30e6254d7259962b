import type { Text } from '../text/texts.ts'

/** What an item can be tied to an organisation as. */
export type OrganisationRole = 'owner' | 'partner'

type Common = { label: Text; hint?: Text; required?: boolean; /** Shown in lists and pictures, not only on the item's page. */ inLists?: boolean }

/**
 * A field of a kind is data: from it come the form, the parsing, the page, the history, the comparison of two versions and the export.
 * The name of a field is its column in the kind's table, save for `organisations`, which stand in `item_organisation`.
 */
export type Field = Common &
  (
    | { type: 'text'; max?: number }
    | { type: 'longText'; max?: number }
    /** A web address. `secure`: only https, of a host out on the web, and without a name or password in it. */
    | { type: 'url'; secure?: true }
    | { type: 'date' }
    /** A time of day in Oslo, 'HH:MM'. */
    | { type: 'time' }
    | { type: 'number'; unit?: Text }
    | { type: 'kroner' }
    | { type: 'yesNo' }
    | { type: 'choice'; options: Readonly<Record<string, Text>> }
    | { type: 'file' }
    | { type: 'person' }
    | { type: 'organisations'; role: OrganisationRole }
  )

export type Fields = Readonly<Record<string, Field>>

/** Values as they stand in the database and in a version: text, number, yes/no, or ids of organisations. */
export type FieldValue = string | number | boolean | readonly string[] | null
export type FieldValues = Readonly<Record<string, FieldValue>>

/** The columns of the kind's own table. */
export const columnsOf = (fields: Fields): string[] => Object.keys(fields).filter((name) => fields[name]?.type !== 'organisations')
