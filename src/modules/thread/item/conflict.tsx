import { allTexts, firstText, type RawForm } from '../../../platform/item/parse.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { formatDateTime } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { VersionConflict, type VersionedField } from '../../../ui/index.ts'
import { type Choices, newOrganisationsField, typedValue } from '../../../ui/form/item-fields.tsx'
import { itemWords } from './item.words.ts'

/** Everything that the form of a kind sends, as it was sent and as it stands. */
function versionedFields(kind: Kind, item: Item, raw: RawForm, lang: Lang, choices: Choices): VersionedField[] {
  const w = itemWords[lang]
  const organisations = new Map(choices.organisations.map((o) => [o.value, o.label]))
  const own = Object.entries(kind.fields).flatMap(([name, field]): VersionedField[] => {
    const label = field.label[lang]
    const standing = typedValue(field, item.fields[name] ?? null, lang)
    if (field.type === 'organisations') {
      const written = firstText(raw, newOrganisationsField(name))
      const chosen: VersionedField = { name, label, mine: allTexts(raw, name), theirs: standing, show: (id) => organisations.get(id) ?? id }
      return written ? [chosen, { name: newOrganisationsField(name), label: `${label} (${w.add.toLowerCase()})`, mine: written, theirs: '' }] : [chosen]
    }
    const show = field.type === 'choice' ? (value: string) => field.options[value]?.[lang] ?? value : field.type === 'file' ? (id: string) => choices.fileNames.get(id) ?? id
      : field.type === 'person' ? (id: string) => choices.people.find((one) => one.value === id)?.label ?? '' : undefined
    return [{ name, label, mine: firstText(raw, name), theirs: standing, ...(show && { show }) }]
  })
  return [
    { name: 'title', label: w.title, mine: firstText(raw, 'title'), theirs: item.title },
    ...(kind.states && !kind.stateFollows ? [{ name: 'state', label: kind.stateLabel?.[lang] ?? w.state, mine: firstText(raw, 'state'), theirs: item.state ?? '', show: (state: string) => kind.states?.[state]?.text[lang] ?? state }] : []),
    { name: 'code', label: w.code, mine: firstText(raw, 'code'), theirs: item.code ?? '' },
    { name: 'audience', label: w.audience, mine: firstText(raw, 'audience') || item.audience, theirs: item.audience, show: (audience) => w.audiences[audience as 'public'] ?? audience },
    ...own,
  ]
}

type Props = { kind: Kind; item: Item; raw: RawForm; lang: Lang; choices: Choices; who: string | null; action: string; back: string }

/** Two changed the same item: what was sent and what stands, field by field, to choose between. */
export const ItemConflict = ({ kind, item, raw, lang, choices, who, action, back }: Props) => (
  <VersionConflict
    lang={lang} action={action} back={back} version={item.version} submissionKey={crypto.randomUUID()}
    who={who ?? itemWords[lang].someone} when={formatDateTime(item.changed_at, lang)} fields={versionedFields(kind, item, raw, lang, choices)}
  />
)
