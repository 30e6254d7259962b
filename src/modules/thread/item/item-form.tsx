import { datesOutOfOrder, firstText, type FieldErrors, parseFields, type RawForm } from '../../../platform/item/parse.ts'
import type { Audience, Item, ItemChange } from '../../../platform/item/item.store.ts'
import { elsewhereOf, isKeptThere } from '../../../platform/item/elsewhere.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Fields } from '../../../platform/item/field.ts'
import { adoptFile } from '../../../platform/files/file.store.ts'
import type { Work } from '../../../platform/db/work.ts'
import { capitalised } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Details, ErrorSummary, type FormState, Select, TextInput, valueOf } from '../../../ui/index.ts'
import { type Choices, formStateOf, ItemFields, newOrganisationsField } from '../../../ui/form/item-fields.tsx'
import { partiesByName } from '../../actors/index.ts'
import { itemWords } from './item.words.ts'

export const takesFiles = (kind: Kind): boolean => Object.values(kind.fields).some((field) => field.type === 'file')

const offered: readonly Audience[] = ['workspace', 'public', 'roles']

/** What one may choose, and what it has already when that is something else. */
const audiencesFor = (state: FormState): readonly Audience[] => {
  const own = (['organisation', 'author'] as const).find((audience) => audience === state.values.audience)
  return own ? [own, ...offered] : offered
}

/** Fields that every kind has, as data like the others. */
const headFields = (kind: Kind, lang: Lang): Fields => ({
  title: { type: 'text', required: true, label: { nb: kind.words.nb.titleLabel, nn: kind.words.nn.titleLabel, en: kind.words.en.titleLabel } },
  code: { type: 'text', max: 30, label: { nb: itemWords[lang].code, nn: itemWords[lang].code, en: itemWords[lang].code } },
})

export type ItemInput = { change: Required<Pick<ItemChange, 'title' | 'code' | 'fields'>> & Pick<ItemChange, 'audience' | 'audienceRoles' | 'state'>; newOrganisations: Readonly<Record<string, string[]>> }

/** Reads the form of a kind. */
export function readItemForm(kind: Kind, raw: RawForm, lang: Lang): { input: ItemInput } | { errors: FieldErrors } {
  const head = parseFields(headFields(kind, lang), raw, lang)
  const own = parseFields(kind.fields, raw, lang)
  const errors = { ...head.errors, ...own.errors, ...datesOutOfOrder(own.values, lang) }
  if (Object.keys(errors).length > 0) return { errors }
  const state = firstText(raw, 'state')
  // What another system keeps is not on the form, and stays as it is until it is kept here again.
  const elsewhere = elsewhereOf(kind, own.values) !== null
  const left = (name: string) => elsewhere && isKeptThere(kind, name) && raw[name] === undefined
  // An audience that the form does not offer stays as it is: nobody widens it by saving something else.
  const audience = offered.find((a) => a === firstText(raw, 'audience'))
  const newOrganisations = Object.fromEntries(
    Object.entries(kind.fields)
      .filter(([, field]) => field.type === 'organisations')
      .map(([name]) => [name, firstText(raw, newOrganisationsField(name)).split(/[;\n]/).map((n) => n.trim().slice(0, 200)).filter(Boolean)]),
  )
  return {
    input: {
      change: {
        title: String(head.values.title),
        code: (head.values.code as string | null) ?? null,
        ...(audience && { audience, audienceRoles: audience === 'roles' ? ['leader', 'secretariat'] : [] }),
        ...(!kind.stateFollows && !(elsewhere && raw.state === undefined) && { state: kind.states && Object.hasOwn(kind.states, state) ? state : null }),
        fields: Object.fromEntries(Object.entries(own.values).filter(([name]) => !left(name))),
      },
      newOrganisations,
    },
  }
}

/** Makes the organisations that were written by name, and takes uploaded files into use, in the same transaction. */
export async function settle(work: Work, workspaceId: string, kind: Kind, input: ItemInput): Promise<ItemInput['change']> {
  const fields = { ...input.change.fields }
  const ids = await partiesByName(work.tx, workspaceId, Object.values(input.newOrganisations).flat())
  for (const [field, written] of Object.entries(input.newOrganisations)) {
    const chosen = Array.isArray(fields[field]) ? (fields[field] as readonly string[]) : []
    fields[field] = [...new Set([...chosen, ...written.flatMap((name) => ids.get(name) ?? [])])]
  }
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type === 'file' && typeof fields[name] === 'string') await adoptFile(work.tx, fields[name], { personId: work.viewer.person?.id ?? null, now: work.now })
  }
  return { ...input.change, fields }
}

/** The form's state when it is opened on what stands. */
export const stateOfItem = (kind: Kind, item: Item, lang: Lang): FormState =>
  formStateOf(kind.fields, item.fields, lang, { title: item.title, code: item.code ?? '', audience: item.audience, state: item.state ?? '' })

/** The inputs of an item: what matters first, the rest folded away until asked for. */
export const ItemForm = ({ kind, lang, state, choices, short }: { kind: Kind; lang: Lang; state: FormState; choices: Choices; short?: boolean }) => {
  const w = itemWords[lang]
  const elsewhere = elsewhereOf(kind, Object.fromEntries([kind.keptElsewhere?.system ?? '', kind.keptElsewhere?.link ?? ''].map((name) => [name, valueOf(state, name)])))
  const entries = Object.entries(kind.fields).filter(([name]) => elsewhere === null || !isKeptThere(kind, name))
  const first = Object.fromEntries(entries.filter(([, f]) => f.inLists || f.required).concat(entries.filter(([n]) => n === 'description')))
  const rest = Object.fromEntries(entries.filter(([n]) => !(n in first)))
  const open = !short || Object.keys(state.errors).some((name) => name in rest || name === 'code')
  return (
    <>
      <ErrorSummary lang={lang} state={state} />
      <TextInput lang={lang} state={state} name="title" label={kind.words[lang].titleLabel} hint={kind.words[lang].titleHint} />
      {elsewhere ? <p class="hint">{w.keptThere(elsewhere.system)}</p> : kind.states && !kind.stateFollows ? (
        <Select
          lang={lang} state={state} name="state" label={kind.stateLabel?.[lang] ?? w.state} blank={false}
          options={Object.entries(kind.states).map(([value, s]) => ({ value, label: s.text[lang] }))}
        />
      ) : null}
      <ItemFields lang={lang} fields={first} state={state} choices={choices} />
      <Details summary={w.moreFields} open={open}>
        <ItemFields lang={lang} fields={rest} state={state} choices={choices} />
        <TextInput lang={lang} state={state} name="code" label={w.code} hint={w.codeHint} size={10} optional />
        <Select lang={lang} state={state} name="audience" label={w.audience} blank={false} options={audiencesFor(state).map((value) => ({ value, label: w.audiences[value] }))} />
      </Details>
    </>
  )
}

export const newTitle = (kind: Kind, lang: Lang): string => capitalised(kind.words[lang].new)
