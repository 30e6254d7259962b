import type { Page } from '../../../platform/http/page.ts'
import type { Fields } from '../../../platform/item/field.ts'
import { firstText, parseFields } from '../../../platform/item/parse.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { DateInput, NumberInput, type Option, RadioGroup, Select, TextArea } from '../../../ui/index.ts'
import { choicesFor, type RowScope, rowPages } from '../../thread/index.ts'
import { arena } from './arena.ts'
import { type ArenaMember, memberRoles } from './arena-member.ts'
import { deleteArenaMember, insertArenaMember, membersOfArenas, updateArenaMember } from './arena-member.store.ts'
import { type ArenaTie, tieTypes } from './arena-tie.ts'
import { deleteArenaTie, insertArenaTie, tiesOfArenas, updateArenaTie } from './arena-tie.store.ts'
import { memberWords, tieWords } from './arena.words.ts'
import { openArenas } from './open-arenas.store.ts'

const none = { nb: '', nn: '', en: '' }
const memberFields: Fields = { organisation: { type: 'person', label: none }, person: { type: 'person', label: none }, from: { type: 'date', label: none }, to: { type: 'date', label: none } }

/** One who already stands in the row may have left the workspace: the form keeps them. */
const withKept = (options: readonly Option[], id: string | null, name: string): readonly Option[] => (id === null || options.some((one) => one.value === id) ? options : [...options, { value: id, label: name }])

/** Members of an arena: an organisation, a person, or a person for an organisation. */
const memberPages = rowPages<ArenaMember, Awaited<ReturnType<typeof choicesFor>>>({
  kind: arena, segment: 'medlemmer', event: 'arena_member', anchor: 'medlemmer', words: memberWords,
  find: (db, itemId) => membersOfArenas(db, [itemId]),
  extra: (request, { workspace }: RowScope<ArenaMember>) => choicesFor(request, workspace, arena),
  start: (row) => ({ organisation: row?.organisationId ?? '', person: row?.personId ?? '', role: row?.role ?? 'member', from: row?.from ?? '', to: row?.to ?? '' }),
  read: (raw, { request: { lang }, scope, extra }) => {
    const w = memberWords[lang]
    const { values, errors } = parseFields(memberFields, raw, lang)
    const offered = (options: readonly Option[], id: unknown, before: string | null | undefined) => id === null || id === before || options.some((one) => one.value === id)
    if (!offered(extra.organisations, values.organisation, scope.row?.organisationId)) errors.organisation = w.oneOf
    if (!offered(extra.people, values.person, scope.row?.personId)) errors.person = w.oneOf
    if (values.organisation === null && values.person === null) errors.organisation ??= w.oneOf
    if (typeof values.from === 'string' && typeof values.to === 'string' && values.to < values.from) errors.to = w.endsFirst
    if (Object.keys(errors).length > 0) return { errors }
    const role = memberRoles.find((one) => one === firstText(raw, 'role')) ?? 'member'
    return { row: { itemId: scope.item.id, organisationId: values.organisation as string | null, personId: values.person as string | null, role, from: values.from as string | null, to: values.to as string | null } }
  },
  write: async (work, item, row, before) => void (await (before ? updateArenaMember(work.tx, item.id, before.id, row) : insertArenaMember(work.tx, item.id, row))),
  remove: async (work, item, row) => void (await deleteArenaMember(work.tx, item.id, row.id)),
  summary: (row, { request: { lang }, extra }) => [extra.organisations.find((one) => one.value === row.organisationId)?.label, extra.people.find((one) => one.value === row.personId)?.label, memberWords[lang].roles[row.role]].filter(Boolean).join(', '),
  fields: (state, { request: { lang }, scope: { row }, extra }) => {
    const w = memberWords[lang]
    return (
      <>
        <Select lang={lang} state={state} name="organisation" label={w.organisation} optional options={withKept(extra.organisations, row?.organisationId ?? null, w.nobody)} />
        <Select lang={lang} state={state} name="person" label={w.person} optional options={withKept(extra.people, row?.personId ?? null, w.nobody)} />
        <Select lang={lang} state={state} name="role" label={w.role} blank={false} options={memberRoles.map((value) => ({ value, label: w.roles[value] }))} />
        <DateInput lang={lang} state={state} name="from" label={w.from} optional />
        <DateInput lang={lang} state={state} name="to" label={w.to} hint={w.toHint} optional />
      </>
    )
  },
})

const tieFields: Fields = { other: { type: 'person', required: true, label: none }, every: { type: 'number', label: none }, since: { type: 'date', label: none }, note: { type: 'longText', max: 1_000, label: none } }

/** What an arena has agreed with another. */
const tiePages = rowPages<ArenaTie, readonly Option[]>({
  kind: arena, segment: 'forbindelser', event: 'arena_tie', anchor: 'forbindelser', words: tieWords,
  // Written on the arena that they are changed from: what the other has agreed is changed there.
  find: async (db, itemId) => (await tiesOfArenas(db, [itemId])).filter((tie) => tie.itemId === itemId),
  extra: async ({ db, viewer }, { workspace, item }) => (await openArenas(db, viewer, workspace.id)).filter((one) => one.id !== item.id).map((one) => ({ value: one.id, label: one.title })),
  start: (row, { request: { now } }) => ({ type: row?.type ?? 'prepares', other: row?.otherId ?? '', every: row?.everyDays?.toString() ?? '', since: row?.since ?? osloDate(now).toString(), note: row?.note ?? '' }),
  read: (raw, { request: { lang, now }, scope, extra }) => {
    const w = tieWords[lang]
    const { values, errors } = parseFields(tieFields, raw, lang)
    if (!extra.some((one) => one.value === values.other)) errors.other = w.chooseOther
    if (typeof values.every === 'number' && !(Number.isInteger(values.every) && values.every > 0 && values.every <= 3_660)) errors.every = w.daysError
    if (Object.keys(errors).length > 0) return { errors }
    const type = tieTypes.find((one) => one === firstText(raw, 'type')) ?? 'prepares'
    return { row: { itemId: scope.item.id, otherId: String(values.other), type, everyDays: values.every as number | null, since: (values.since as string | null) ?? osloDate(now).toString(), note: values.note as string | null } }
  },
  write: async (work, item, row, before) => void (await (before ? updateArenaTie(work.tx, item.id, before.id, row) : insertArenaTie(work.tx, item.id, row))),
  remove: async (work, item, row) => void (await deleteArenaTie(work.tx, item.id, row.id)),
  summary: (row, { request: { lang }, extra }) => tieWords[lang].out[row.type](extra.find((one) => one.value === row.otherId)?.label ?? tieWords[lang].unknown),
  fields: (state, { request: { lang }, extra }) => {
    const w = tieWords[lang]
    return (
      <>
        {extra.length === 0 ? <p>{w.noOthers}</p> : null}
        <RadioGroup lang={lang} state={state} name="type" label={w.type} options={tieTypes.map((value) => ({ value, label: w.types[value] }))} />
        <Select lang={lang} state={state} name="other" label={w.other} options={extra} />
        <NumberInput lang={lang} state={state} name="every" label={w.everyDays} unit={w.days} hint={w.everyHint} whole size={5} optional />
        <DateInput lang={lang} state={state} name="since" label={w.since} optional />
        <TextArea lang={lang} state={state} name="note" label={w.note} rows={2} optional />
      </>
    )
  },
})

export const arenaRowPages: readonly Page[] = [...memberPages, ...tiePages]
