import type { Outcome } from '../../../platform/db/work.ts'
import { page, type Refusal, type Request } from '../../../platform/http/page.ts'
import { versionField } from '../../../platform/http/form.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { formatNumber } from '../../../platform/text/format.ts'
import { type InWorkspace, workspaceLeading } from '../../../modules/workspaces/index.ts'
import { Alert, Button, ButtonLink, Checkbox, Details, ErrorSummary, Form, FormActions, formState, Heading, Lead, NumberInput, Select, valueOf } from '../../../ui/index.ts'
import { describe, type SheetLayout } from '../../plan/index.ts'
import { readAgain } from '../import.actions.ts'
import { findImport, type PlanImport, readingOf } from '../plan-import.store.ts'
import type { SheetPreview } from '../read/reading.ts'
import { fieldNames, headerRowOf, readColumnForm } from './column-form.ts'
import { columnWords } from './columns.words.ts'
import { failedWords, ImportProgress, progressOf, progressTitle } from './progress.tsx'
import { sayWhy } from './said-refusal.ts'
import { SheetTable } from './sheet-table.tsx'
import { importCrumbs, ImportSteps, stepPath } from './steps.tsx'

async function loadImport(request: Request, workspaceId: string, id: string) {
  const one = await findImport(request.db, workspaceId, id)
  if (!one) return null
  return { one, status: await progressOf(request, one), reading: one.state === 'read' ? await readingOf(request.db, one.id) : null }
}

/** Step two: what the sheets and columns are. */
export const columnsPage = page({
  path: '/arbeidsrom/:workspace/plan/importer/:id/kolonner',
  styles: ['plan-import.page.css'],
  access: workspaceLeading,
  load: (request, { workspace }: InWorkspace, params) => loadImport(request, workspace.id, params.id ?? ''),
  title: ({ one }, { lang }) => (one.state === 'reading' ? progressTitle(one, lang) : columnWords[lang].title),
  crumbs: (_, { lang }, { workspace }) => importCrumbs(workspace, lang, true),
  actions: {
    videre: async (work, args) => {
      const read = await rereadWhereChanged(work, args, false)
      return 'refused' in read ? read : { done: { to: stepPath(args.scope.workspace, args.loaded.one.id, read.done ? 'check' : 'columns') } }
    },
    les: async (work, args) => {
      const read = await rereadWhereChanged(work, args, true)
      return 'refused' in read ? read : { done: { to: stepPath(args.scope.workspace, args.loaded.one.id, 'columns') } }
    },
  },
  view: ({ one, status, reading }, request, { workspace }, returned) => {
    const { lang, path } = request
    const w = columnWords[lang]
    const steps = <ImportSteps lang={lang} workspace={workspace} importId={one.id} current="columns" closed={!reading} />
    if (one.state === 'reading' && status?.state !== 'failed') {
      return <><Heading level={1}>{progressTitle(one, lang)}</Heading>{steps}<ImportProgress lang={lang} one={one} status={status} /></>
    }
    if (!reading) return <><Heading level={1}>{one.state === 'done' || one.state === 'saving' ? w.title : w.refused}</Heading>{steps}<Closed one={one} request={request} workspace={workspace} /></>
    const state = formState(returned)
    const chosen = (name: string) => (returned ? valueOf(state, name) || undefined : undefined)
    const listed = reading.layout.sheets.flatMap((layout, i) => {
      const sheet = reading.sheets[i]
      return sheet ? [{ layout, sheet, at: i }] : []
    })
    const isTaken = ({ layout, at }: { layout: SheetLayout; at: number }) => (returned ? chosen(fieldNames(at).include) !== undefined : layout.include)
    const [taken, rest] = [listed.filter(isTaken), listed.filter((each) => !isTaken(each))]
    const measures = reading.plan.measures.length
    const view = (each: (typeof listed)[number]) => <SheetChoice lang={lang} {...each} taken={isTaken(each)} several={listed.length > 1} state={state} chosen={chosen} />
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        {steps}
        <Lead>{reading.own ? w.own : w.lead}</Lead>
        {reading.own || measures > 0 ? <p>{w.file(one.fileName)} {w.understood(formatNumber(measures, lang))}</p> : <Alert colour="warning"><p>{w.noMeasures}</p></Alert>}
        <ErrorSummary lang={lang} state={state} />
        {reading.own ? <ButtonLink href={stepPath(workspace, one.id, 'check')} variant="primary">{w.goOn}</ButtonLink> : (
          <Form action={path} submissionKey={crypto.randomUUID()} version={one.version}>
            {taken.map(view)}
            {rest.length > 0 ? <Details summary={w.others(rest.length)} open={taken.length === 0}>{rest.map(view)}</Details> : null}
            <FormActions>
              <Button variant="primary" name="handling" value="videre">{w.goOn}</Button>
              <Button name="handling" value="les">{w.again}</Button>
            </FormActions>
          </Form>
        )}
      </>
    )
  },
})

type Args = Parameters<NonNullable<Parameters<typeof page<InWorkspace, NonNullable<Awaited<ReturnType<typeof loadImport>>>>>[0]['actions']>[string]>

/** Reads the file again when something was changed, or when asked to. Tells whether the reading is there already. */
async function rereadWhereChanged(work: Args[0], { request, loaded, raw }: Args[1], always: boolean): Promise<Outcome<boolean, Refusal>> {
  const { one, reading } = loaded
  const w = columnWords[request.lang]
  const failed = one.state === 'refused' || loaded.status?.state === 'failed'
  if (!reading && !failed) return { refused: 'stale' as const }
  const form = reading ? readColumnForm(raw, reading, one.layoutChoice, w.headerError) : { choice: one.layoutChoice, changed: true }
  if ('errors' in form) return { refused: { errors: form.errors } }
  if (!form.changed && !always) return { done: true }
  const read = await readAgain(work, request.platform, one, reading ? Number(firstText(raw, versionField)) : one.version, form.choice)
  if ('refused' in read) return { refused: read.refused === 'stale' ? ('stale' as const) : { message: sayWhy(read.refused, request.lang) } }
  return { done: read.done.straight }
}

type SheetProps = { lang: Request['lang']; layout: SheetLayout; sheet: SheetPreview; at: number; taken: boolean; several: boolean; state: ReturnType<typeof formState>; chosen(name: string): string | undefined }

/** One sheet: whether it is taken in, its first rows, and what else can be said of it. */
const SheetChoice = ({ lang, layout, sheet, at, taken, several, state, chosen }: SheetProps) => {
  const w = columnWords[lang]
  const names = fieldNames(at)
  const { values, errors } = state
  const filled = {
    errors,
    values: {
      [names.include]: taken ? 'ja' : '',
      [names.headerRow]: String(headerRowOf(layout) ?? ''),
      [names.nameIs]: layout.nameIs ?? '',
      ...Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith(`ark.${at}.`))),
    },
  }
  return (
    <section class="sheet-choice">
      <Heading level={2}>{sheet.name} <small>{w.rows(sheet.rowCount)}</small></Heading>
      {sheet.hidden ? <p>{w.hidden}</p> : null}
      {layout.why && !sheet.hidden ? <p>{describe(layout.why, lang)}</p> : null}
      {sheet.hidden || sheet.rowCount === 0 ? null : (
        <>
          <Checkbox lang={lang} state={filled} name={names.include} label={w.include} />
          {layout.tables.length === 0 ? <p>{w.noHeader}</p> : null}
          <SheetTable lang={lang} sheet={sheet} layout={layout} at={at} chosen={chosen} />
          <Details summary={w.more} open={layout.tables.length === 0 || errors[names.headerRow] !== undefined}>
            <NumberInput lang={lang} state={filled} name={names.headerRow} label={w.headerRow} hint={w.headerHint} whole size={5} />
            {several || layout.nameIs ? <Select lang={lang} state={filled} name={names.nameIs} label={w.nameIs} blank={w.nameNothing} options={[{ value: 'goal', label: w.nameGoal }, { value: 'area', label: w.nameArea }]} /> : null}
          </Details>
        </>
      )}
    </section>
  )
}

/** An import that has no columns to choose: refused, stopped, or done. */
const Closed = ({ one, request, workspace }: { one: PlanImport; request: Request; workspace: InWorkspace['workspace'] }) => {
  const w = columnWords[request.lang]
  if (one.state === 'done' || one.state === 'saving') return <><p>{w.saved}</p><ButtonLink href={stepPath(workspace, one.id, 'done')}>{w.seeDone}</ButtonLink></>
  return (
    <>
      <Alert colour="warning"><p>{one.refusal ? sayWhy(one.refusal, request.lang) : failedWords(request.lang)}</p></Alert>
      <Form action={request.path} does="les" submissionKey={crypto.randomUUID()}>
        <FormActions>
          <ButtonLink href={stepPath(workspace, null, 'file')} variant="primary">{w.otherFile}</ButtonLink>
          {one.refusal ? null : <Button>{w.tryAgain}</Button>}
        </FormActions>
      </Form>
    </>
  )
}
