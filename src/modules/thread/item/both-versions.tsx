import { allTexts, firstText, type RawForm } from '../../../platform/item/parse.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Alert, DataTable } from '../../../ui/index.ts'
import { type Choices, typedValue } from '../../../ui/form/item-fields.tsx'
import { valueText } from './field-view.tsx'
import type { Names } from './context.ts'
import { itemWords } from './item.words.ts'

type Row = { label: string; mine: string; theirs: string }

/** What a person sent beside what stands, field by field, where they differ. */
export const BothVersions = ({ kind, item, raw, lang, names, choices }: { kind: Kind; item: Item; raw: RawForm; lang: Lang; names: Names; choices: Choices }) => {
  const w = itemWords[lang]
  const organisations = new Map(choices.organisations.map((o) => [o.value, o.label]))
  const rows: Row[] = [{ label: w.title, mine: firstText(raw, 'title'), theirs: item.title }]
  if (kind.states) rows.push({ label: w.state, mine: kind.states[firstText(raw, 'state')]?.text[lang] ?? '', theirs: kind.states[item.state ?? '']?.text[lang] ?? '' })
  for (const [name, field] of Object.entries(kind.fields)) {
    const standing = item.fields[name] ?? null
    if (field.type === 'organisations') {
      rows.push({ label: field.label[lang], mine: allTexts(raw, name).map((id) => organisations.get(id) ?? '?').join(', '), theirs: valueText(field, standing, lang, names) })
      continue
    }
    const typed = typedValue(field, standing, lang)
    if (firstText(raw, name) === typed) continue
    rows.push({ label: field.label[lang], mine: field.type === 'choice' ? (field.options[firstText(raw, name)]?.[lang] ?? '') : firstText(raw, name), theirs: valueText(field, standing, lang, names) })
  }
  return (
    <Alert colour="warning" title={w.staleTitle}>
      <p>{w.staleLead}</p>
      <DataTable
        lang={lang} caption={w.staleTitle} captionHidden rows={rows.filter((row) => row.mine !== row.theirs)}
        columns={[
          { key: 'label', header: w.what, cell: (row: Row) => row.label },
          { key: 'mine', header: w.yourVersion, cell: (row: Row) => row.mine || '–' },
          { key: 'theirs', header: w.standing, cell: (row: Row) => row.theirs || '–' },
        ]}
      />
    </Alert>
  )
}
