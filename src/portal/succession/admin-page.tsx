import { administrators, page } from '../../platform/http/page.ts'
import { type FieldErrors, firstText, type RawForm } from '../../platform/item/parse.ts'
import { formatDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import type { Reader } from '../../platform/db/database.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { insertOrganisations, type OrganisationKind, recentSuccessions, recordSuccession, removeSuccession, resolveOrganisation } from '../../modules/actors/index.ts'
import { Button, DataTable, DateInput, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextArea } from '../../ui/index.ts'
import { successionWords } from './succession.words.ts'

type Found = { id: string | null; name: string; kind: string; example: boolean | null }
const most = 30

const linesIn = (raw: RawForm, name: string) => [...new Set(firstText(raw, name).replaceAll('\0', '').split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, ' ').slice(0, 120)).filter(Boolean))].slice(0, most)

const dayIn = (text: string): string | null => {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text).toString() : null
  } catch {
    return null
  }
}

/** Finds who is meant by each line; the first that cannot be told is said. At most thirty lines, each a look-up by index. */
async function read(db: Reader, raw: RawForm, lang: Lang): Promise<{ from: Found[]; to: Found[]; on: string } | { errors: FieldErrors }> {
  const w = successionWords[lang]
  const [from, to, on] = [linesIn(raw, 'fra'), linesIn(raw, 'til'), dayIn(firstText(raw, 'dato').trim())]
  const errors: FieldErrors = { ...(from.length === 0 && { fra: w.fromMissing }), ...(to.length === 0 && { til: w.toMissing }), ...(!on && { dato: w.dateBad }) }
  if (!on || Object.keys(errors).length > 0) return { errors }
  if (from.length > 1 && to.length > 1) return { errors: { til: w.manyBoth } }
  const [old, fresh] = await Promise.all([from, to].map((lines) => Promise.all(lines.map(async (line) => ({ line, found: await resolveOrganisation(db, line, on) })))))
  for (const { line, found } of old ?? []) if (found.length !== 1) return { errors: { fra: found.length === 0 ? w.unknown(line) : w.several(line) } }
  for (const { line, found } of fresh ?? []) if (found.length > 1 || (found.length === 0 && /^\d+$/.test(line))) return { errors: { til: found.length > 1 ? w.several(line) : w.unknown(line) } }
  const known = (old ?? []).flatMap(({ found }) => found)
  const becoming = (fresh ?? []).map(({ line, found }): Found => found[0] ?? { id: null, name: line, kind: known[0]?.kind ?? 'other', example: null })
  if (becoming.some((one) => known.some((other) => other.id === one.id))) return { errors: { til: w.sameBoth } }
  if (new Set([...known, ...becoming].flatMap((one) => one.example ?? [])).size > 1) return { errors: { til: w.mixed } }
  return { from: known, to: becoming, on }
}

/** Where an administrator writes down that organisations become others. Those of the register come with the register. */
export const successionAdminPage = page({
  path: '/admin/kommunesammenslaing',
  access: administrators,
  load: async ({ db, now }) => ({ recorded: await recentSuccessions(db, osloDate(now).subtract({ years: 1 }).toString()) }),
  title: (_, request) => successionWords[request.lang].admin,
  crumbs: () => [],
  actions: {
    record: async (work, { request, raw }) => {
      const given = await read(work.tx, raw, request.lang)
      if ('errors' in given) return { refused: { errors: given.errors } }
      const example = given.from.some((one) => one.example)
      const fresh = given.to.filter((one) => one.id === null)
      const made = await insertOrganisations(work.tx, fresh.map((one) => ({ name: one.name, kind: one.kind as OrganisationKind, example })))
      await recordSuccession(work.tx, given.from.flatMap((one) => one.id ?? []), [...given.to.flatMap((one) => one.id ?? []), ...made], given.on)
      return { done: { to: request.pathname, flash: { text: successionWords[request.lang].recorded } } }
    },
    remove: async (work, { request, loaded, raw }) => {
      const w = successionWords[request.lang]
      const [on = '', from = '', to = ''] = firstText(raw, 'hvilken').split(' ')
      const one = loaded.recorded.find((row) => row.on === on && row.fromId === from && row.toId === to)
      if (!one) return { refused: 'missing' }
      if (one.stands || !(await removeSuccession(work.tx, from, to, on))) return { refused: { message: w.standing } }
      return { done: { to: request.pathname, flash: { text: w.removed } } }
    },
  },
  view: ({ recorded }, { lang, pathname }, _, returned) => {
    const w = successionWords[lang]
    const state = formState(returned?.action === 'record' ? returned : null)
    return (
      <>
        <Heading level={1}>{w.admin}</Heading>
        <Lead>{w.adminLead}</Lead>
        <ErrorSummary lang={lang} state={state} labels={{ fra: w.from, til: w.to, dato: w.date }} />
        <Form action={pathname} does="record" submissionKey={crypto.randomUUID()}>
          <TextArea lang={lang} state={state} name="fra" label={w.from} hint={w.fromHint} />
          <TextArea lang={lang} state={state} name="til" label={w.to} hint={w.toHint} />
          <DateInput lang={lang} state={state} name="dato" label={w.date} />
          <FormActions><Button variant="primary">{w.record}</Button></FormActions>
        </Form>
        <DataTable lang={lang} caption={w.list} rows={recorded} empty={<p>{w.noList}</p>} columns={[
          { key: 'from', header: w.before, rowHeader: true, cell: (row) => row.from }, { key: 'to', header: w.after, cell: (row) => row.to }, { key: 'on', header: w.day, cell: (row) => formatDate(row.on, lang) },
          { key: 'remove', header: w.remove, cell: (row) => (row.stands ? '–' : (
            <form method="post" action={pathname}>
              <input type="hidden" name="handling" value="remove" />
              <Button small variant="quiet" name="hvilken" value={`${row.on} ${row.fromId} ${row.toId}`}>{w.remove}<span class="ds-sr-only">: {row.from}</span></Button>
            </form>
          )) },
        ]} />
      </>
    )
  },
})
