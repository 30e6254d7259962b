import type { Cell, Column, Document } from '../../../platform/document/index.ts'
import type { Request } from '../../../platform/http/page.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { listed, namesFor, shownInLists, textOf } from '../../../modules/thread/index.ts'
import type { Format, Workspace } from '../../../modules/workspaces/index.ts'
import { documentOf } from '../about.ts'
import { documentWords } from '../documents.words.ts'
import { reckoned, said, stateOf } from '../says.ts'

/** The list of a kind as its page shows it, with what was chosen there. A spreadsheet has room for every field. */
export async function listDocument(kind: Kind, request: Request, workspace: Workspace, format: Format): Promise<Document> {
  const { lang, query } = request
  const w = documentWords[lang]
  const all = await readItems(request.db, request.viewer, kind, { workspaceId: workspace.id })
  const names = await namesFor(request, kind, all)
  const { items } = listed(kind, all, names, query, lang)
  const fields = format === 'xlsx' ? Object.entries(kind.fields) : shownInLists(kind)
  const coded = items.some((item) => item.code)
  const columns: Column[] = [
    { header: w.number, width: 0.5 }, ...(coded ? [{ header: w.code, width: 0.8 }] : []), { header: w.title, width: 3 }, ...(kind.states ? [{ header: kind.stateLabel?.[lang] ?? w.state, width: 1.2 }] : []),
    ...fields.map(([, field]): Column => ({ header: field.label[lang], width: field.type === 'longText' || field.type === 'text' ? 2 : 1.3, ...((field.type === 'number' || field.type === 'kroner') && { align: 'number' as const }) })),
  ]
  const row = (item: Item): Cell[] => [
    { line: String(item.number), value: item.number }, ...(coded ? [{ line: item.code ?? '' }] : []), { line: [said(item.title, item.language, lang, { strong: true })] }, ...(kind.states ? [{ line: stateOf(kind, item.state, lang) }] : []),
    ...fields.map(([name, field]): Cell => ({ line: textOf(kind, item, name, lang, names), value: reckoned(field.type, item.fields[name] ?? null) })),
  ]
  const words = kind.words[lang]
  return documentOf(request, workspace, words.title, [
    { is: 'paragraph', tone: 'lead', text: `${items.length} ${items.length === 1 ? words.one : words.many}.${items.length < all.length ? ` ${w.chosenList}` : ''}` },
    ...(items.length === 0 ? [{ is: 'paragraph' as const, text: all.length === 0 ? words.empty : w.nothing }] : [{ is: 'table' as const, name: words.title, columns, rows: items.map(row) }]),
  ], { landscape: columns.length > 4 })
}
