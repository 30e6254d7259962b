import { administrators, type Page, page, type Request } from '../../platform/http/page.ts'
import type { Outcome, Work } from '../../platform/db/work.ts'
import type { Done, Refusal } from '../../platform/http/page.ts'
import { firstText, type RawForm } from '../../platform/item/parse.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { formatDateTime } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { alikeOrganisations, alikePeople, findMerge, foundByName, type Merge, mergesIn, partiesOf, type Suggestion, undoMerge } from '../../modules/actors/index.ts'
import { type InWorkspace, workspaceLeading, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, DataTable, ErrorSummary, Form, FormActions, type FormState, formState, Heading, Lead, type Option, Select, TaskList, TextInput } from '../../ui/index.ts'
import { mergingWords } from './merging.words.ts'

const Suggestions = ({ lang, found, caption, base }: { lang: Lang; found: readonly Suggestion[]; caption: string; base: string }) => {
  const w = mergingWords[lang]
  return (
    <DataTable lang={lang} caption={caption} rows={found} empty={<p>{w.noSuggestions}</p>} columns={[
      { key: 'pair', header: w.pair, rowHeader: true, cell: (one) => <>{one.one} {w.and} {one.other}</> }, { key: 'why', header: w.why, cell: (one) => w.likeness[one.likeness] },
      { key: 'look', header: w.look, cell: (one) => <a href={`${base}/${one.oneId}/${one.otherId}`}>{w.look}<span class="ds-sr-only"> {one.one} {w.and} {one.other}</span></a> },
    ]} />
  )
}

const Merges = ({ lang, merges, path }: { lang: Lang; merges: readonly Merge[]; path: string }) => {
  const w = mergingWords[lang]
  return (
    <section>
      <Heading level={2}>{w.doneTitle}</Heading>
      {merges.length === 0 ? <p>{w.doneNone}</p> : (
        <TaskList lang={lang} tasks={merges.map((one) => ({
          title: w.became(one.fromName, one.toName, one.name), hint: w.at(formatDateTime(one.at, lang), one.by),
          ...(one.undoneAt ? { state: 'neutral' as const, stateText: w.undone } : {
            action: (
              <form method="post" action={path}>
                <input type="hidden" name="handling" value="undo" />
                <Button small variant="quiet" name="merge" value={one.id}>{w.undo}<span class="ds-sr-only">: {w.became(one.fromName, one.toName, one.name)}</span></Button>
              </form>
            ),
          }),
        }))} />
      )}
    </section>
  )
}

const Choose = ({ lang, path, state, options, hidden }: { lang: Lang; path: string; state: FormState; options: readonly Option[]; hidden?: Record<string, string> }) => {
  const w = mergingWords[lang]
  return (
    <>
      <ErrorSummary lang={lang} state={state} labels={{ en: w.one, to: w.other }} />
      <Form action={path} does="choose" {...(hidden && { hidden })}>
        <Select lang={lang} state={state} name="en" label={w.one} options={options} />
        <Select lang={lang} state={state} name="to" label={w.other} options={options} />
        <FormActions><Button>{w.compare}</Button></FormActions>
      </Form>
    </>
  )
}

function choose(raw: RawForm, base: string, lang: Lang): Outcome<Done, Refusal> {
  const [one, other] = [firstText(raw, 'en'), firstText(raw, 'to')]
  const fit = (id: string) => /^[0-9a-f-]{36}$/.test(id)
  return fit(one) && fit(other) && one !== other ? { done: { to: `${base}/${one}/${other}` } } : { refused: { errors: { to: mergingWords[lang].chooseBoth } } }
}

/** Takes a merge apart: one done in this workspace, or (null) any. */
async function undo(work: Work, catalogue: Catalogue, request: Request, raw: RawForm, workspaceId: string | null, to: string): Promise<Outcome<Done, Refusal>> {
  const w = mergingWords[request.lang]
  const id = firstText(raw, 'merge')
  const merge = /^[0-9a-f-]{36}$/.test(id) ? await findMerge(work.tx, id) : null
  if (!merge || (workspaceId !== null && merge.workspaceId !== workspaceId)) return { refused: 'missing' }
  const undone = await undoMerge(work, catalogue.kinds, id)
  if ('refused' in undone) return { refused: { message: w.refused[undone.refused] } }
  return { done: { to, flash: { text: undone.done.left > 0 ? w.partedLeft(undone.done.left) : w.parted } } }
}

const base = (workspace: InWorkspace['workspace']) => workspacePath(workspace, 'partnere/duplikater')

export const workspaceDuplicatesPage = (catalogue: Catalogue): Page =>
  page({
    path: '/arbeidsrom/:workspace/partnere/duplikater',
    access: workspaceLeading,
    load: async ({ db }, { workspace }: InWorkspace) => {
      const [found, parties, merges] = await Promise.all([alikeOrganisations(db, workspace.id), partiesOf(db, workspace.id), mergesIn(db, workspace.id)])
      return { found, parties, merges }
    },
    title: (_, request) => mergingWords[request.lang].title,
    crumbs: (_, request, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: mergingWords[request.lang].partners, href: workspacePath(workspace, 'partnere') }],
    actions: {
      choose: async (_, { request, scope: { workspace }, raw }) => choose(raw, base(workspace), request.lang),
      undo: (work, { request, scope: { workspace }, raw }) => undo(work, catalogue, request, raw, workspace.id, base(workspace)),
    },
    view: ({ found, parties, merges }, { lang, pathname }, { workspace }, returned) => {
      const w = mergingWords[lang]
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <Lead>{w.lead}</Lead>
          <Suggestions lang={lang} found={found} caption={w.suggestions} base={base(workspace)} />
          {parties.length > 1 ? (
            <section>
              <Heading level={2}>{w.choose}</Heading>
              <Choose lang={lang} path={pathname} state={formState(returned?.action === 'choose' ? returned : null)} options={parties.map((one) => ({ value: one.id, label: one.name }))} />
            </section>
          ) : null}
          <Merges lang={lang} merges={merges} path={pathname} />
        </>
      )
    },
  })

export const allDuplicatesPage = (catalogue: Catalogue): Page =>
  page({
    path: '/admin/duplikater',
    access: administrators,
    load: async ({ db, query }) => {
      const text = (query.get('ord') ?? '').trim().slice(0, 100)
      const kind = query.get('hva') === 'personer' ? ('person' as const) : ('organisation' as const)
      const [organisations, people, merges, named] = await Promise.all([alikeOrganisations(db, null), alikePeople(db), mergesIn(db, null), text ? foundByName(db, kind, text) : []])
      return { organisations, people, merges, named, text, kind }
    },
    title: (_, request) => mergingWords[request.lang].title,
    actions: {
      choose: async (_, { request, raw }) => choose(raw, `/admin/duplikater/${firstText(raw, 'hva') === 'personer' ? 'personer' : 'organisasjoner'}`, request.lang),
      undo: (work, { request, raw }) => undo(work, catalogue, request, raw, null, '/admin/duplikater'),
    },
    view: ({ organisations, people, merges, named, text, kind }, { lang, path, pathname }, _, returned) => {
      const w = mergingWords[lang]
      const state = formState(null, { ord: text, hva: kind === 'person' ? 'personer' : 'organisasjoner' })
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <Lead>{w.leadAll}</Lead>
          <Suggestions lang={lang} found={organisations} caption={w.suggestions} base="/admin/duplikater/organisasjoner" />
          <Suggestions lang={lang} found={people} caption={w.suggestedPeople} base="/admin/duplikater/personer" />
          <section>
            <Heading level={2}>{w.choose}</Heading>
            <form class="form" method="get" action={pathname}>
              <Select lang={lang} state={state} name="hva" label={w.fact} blank={false} options={[{ value: 'organisasjoner', label: w.organisations }, { value: 'personer', label: w.people }]} />
              <TextInput lang={lang} state={state} name="ord" label={w.search} hint={w.searchHint} />
              <FormActions><Button>{w.find}</Button></FormActions>
            </form>
            {text && named.length === 0 ? <p>{w.nothingFound}</p> : null}
            {named.length > 0 ? <Choose lang={lang} path={path} state={formState(returned?.action === 'choose' ? returned : null)} options={named.map((one) => ({ value: one.id, label: one.name }))} hidden={{ hva: kind === 'person' ? 'personer' : 'organisasjoner' }} /> : null}
          </section>
          <Merges lang={lang} merges={merges} path={pathname} />
        </>
      )
    },
  })
