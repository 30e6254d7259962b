import type { RawBuilder, SqlBool } from 'kysely'
import type { Viewer } from '../access/viewer.ts'
import type { Text } from '../text/texts.ts'

/**
 * What a column is to a person whom it may concern. The first three point at a person, the next three say who somebody is, the
 * rest may hold words.
 * - `own`: the row is about the person. It is shown to them, and removed with them.
 * - `did`: they did it, or were asked. The row stays, and points at somebody who is no longer named.
 * - `cut`: they are pointed out for something to come, such as being a contact. The pointer is emptied.
 * - `address`: an e-mail address or another way in. A row with theirs is removed.
 * - `reply`: an address that is only part of the row. Theirs is emptied.
 * - `name`: what they are called. It becomes the word for somebody who is no longer with us.
 * - `told`: words about others, such as who said something. Their name and address are replaced.
 * - `said`: their own words. Shown to them; where the row stays as a part of the common work, name and address are replaced.
 * - `sealed`: what the event chain keeps of a change, with the words of others too: shown to them while they may see the item and take part in the workspace, and removed beside the chain where they name somebody.
 * - `work`: the contents of the common work. They stay, whoever is mentioned: they belong to the workspace.
 * - `plain`: codes and ids of other things. Nobody is in it.
 * - `secret`: hashes and keys. Nobody can be read out of it, and it is never handed out.
 */
export const columnRules = ['own', 'did', 'cut', 'address', 'reply', 'name', 'told', 'said', 'sealed', 'work', 'plain', 'secret'] as const
export type ColumnRule = (typeof columnRules)[number]

/** Those that make a row a person's. */
export const pointing: readonly ColumnRule[] = ['own', 'did', 'cut', 'address', 'name']

/**
 * Everybody that one account is: those who were merged into it too, their addresses in lower case, and the workspaces they take part in now. What stands in
 * others is theirs no more, whoever wrote it; nor are items that `viewer`, who they are to the pages, may not see.
 */
export type Subject = { ids: readonly string[]; names: readonly string[]; addresses: readonly string[]; workspaces: readonly string[]; viewer: Viewer }

export type TableRule = {
  /** What it is called to the one whom it is about; asked for where a column points at people. */
  title?: Text
  columns: Readonly<Record<string, ColumnRule>>
  /** Rows that go although no column says so: a condition on the alias t. */
  alsoRemoved?: (subject: Subject) => RawBuilder<SqlBool>
}

export type PersonalData = Readonly<Record<string, TableRule>>
