import type { Page, Request } from '../../platform/http/page.ts'
import { administrators, page, type Scope } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { areRelated, type MergeKind, mergeTwo, setNotDuplicate, whyNotMerged } from '../../modules/actors/index.ts'
import { type InWorkspace, workspaceLeading, workspacePath } from '../../modules/workspaces/index.ts'
import { Alert, Button, ButtonLink, DataTable, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, TextInput } from '../../ui/index.ts'
import { partnersWords } from '../partners/partners.words.ts'
import { mayMerge, mayRename, type Where } from './merging.policy.ts'
import { mergingWords } from './merging.words.ts'
import { chosen, type Pair, readPair, rowsOf, type Side } from './read.ts'

/** Where a comparison stands: the list that it came from, in a workspace or for all. */
type Place = { path: string; access: typeof administrators; kindOf(params: Readonly<Record<string, string>>): MergeKind; where(scope: Scope): Where; list(scope: Scope): string }

const inWorkspace: Place = {
  path: '/arbeidsrom/:workspace/partnere/duplikater/:one/:other', access: workspaceLeading as unknown as typeof administrators,
  kindOf: () => 'organisation', where: (scope) => (scope as InWorkspace).workspace, list: (scope) => workspacePath((scope as InWorkspace).workspace, 'partnere/duplikater'),
}
const everywhere: Place = {
  path: '/admin/duplikater/:kind{organisasjoner|personer}/:one/:other', access: administrators,
  kindOf: (params) => (params.kind === 'personer' ? 'person' : 'organisation'), where: () => null, list: () => '/admin/duplikater',
}

const typedIn = (query: URLSearchParams) => ({ blir: query.get('blir') ?? '', navn: query.get('navn') ?? '', annet: query.get('annet') ?? '' })

/** Why these two cannot become one this way round, in words; null when they can. */
function whyNot(pair: Pair, from: Side, to: Side, related: boolean, request: Request, where: Where): string | null {
  const w = mergingWords[request.lang]
  const why = whyNotMerged(from, to, related)
  return why ? w.refused[why] : mayMerge(request.viewer, where, pair.uses, from.id) ? null : w.notYours
}

const comparePage = (catalogue: Catalogue, place: Place): Page =>
  page({
    path: place.path,
    access: place.access,
    load: async (request, scope, params) => {
      const pair = await readPair(request, place.kindOf(params), place.where(scope), params.one ?? '', params.other ?? '')
      return pair && { pair, related: pair.kind === 'organisation' && (await areRelated(request.db, pair.one.id, pair.other.id)) }
    },
    title: (_, request) => mergingWords[request.lang].sameTitle,
    crumbs: (_, request, scope) => {
      const w = mergingWords[request.lang]
      const { workspace } = scope as Partial<InWorkspace>
      return [
        ...(workspace ? [{ text: workspace.title, href: workspacePath(workspace) }, { text: w.partners, href: workspacePath(workspace, 'partnere') }] : []),
        { text: w.title, href: place.list(scope) },
      ]
    },
    actions: {
      merge: async (work, { request, scope, loaded: { pair, related }, raw }) => {
        const w = mergingWords[request.lang]
        const where = place.where(scope)
        const choice = chosen(pair, firstText(raw, 'blir'), firstText(raw, 'navn'), firstText(raw, 'annet'), (id) => mayRename(where, pair.uses, id))
        if ('errors' in choice) return { refused: { errors: { ...(choice.errors.blir && { blir: w.whichMissing }), ...(choice.errors.navn && { annet: choice.errors.navn === 'long' ? w.nameLong : w.nameMissing }) } } }
        const why = whyNot(pair, choice.from, choice.to, related, request, where)
        if (why) return { refused: { message: why } }
        const merged = await mergeTwo(work, catalogue.kinds, { kind: pair.kind, fromId: choice.from.id, toId: choice.to.id, name: choice.name, workspaceId: where?.id ?? null })
        if ('refused' in merged) return { refused: { message: w.refused[merged.refused] } }
        return { done: { to: place.list(scope), flash: { text: w.merged(choice.name), undo: { action: place.list(scope), label: w.undo, fields: { handling: 'undo', merge: merged.done } } } } }
      },
      different: async (work, { request, scope, loaded: { pair } }) => {
        await setNotDuplicate(work.tx, pair.kind, pair.one.id, pair.other.id, work.now.toString(), work.viewer.person?.id ?? null)
        return { done: { to: place.list(scope), flash: { text: mergingWords[request.lang].notSameDone } } }
      },
    },
    view: ({ pair, related }, request, scope, returned) => {
      const { lang, pathname, query } = request
      const w = mergingWords[lang]
      const { one, other } = pair
      const where = place.where(scope)
      const known = (key: string) => key in w.uses
      const rows = rowsOf(pair, where, known)
      const renamed = (id: string) => mayRename(where, pair.uses, id)
      const sides = [one, other]
      const may = sides.filter((side) => whyNot(pair, side === one ? other : one, side, related, request, where) === null)
      const facts: [string, (side: Side) => string][] = [
        ...(pair.kind === 'organisation' ? ([
          [w.kind, (side) => partnersWords[lang].kinds[side.kind as 'other'] ?? ''], [w.orgnr, (side) => side.orgnr ?? w.nothing], [w.number, (side) => side.number ?? w.nothing],
        ] as [string, (side: Side) => string][]) : ([[w.ways, (side) => side.ways.join(', ') || w.nothing]] as [string, (side: Side) => string][])),
      ]
      const table = [
        ...facts.map(([label, value]) => ({ label, one: value(one), other: value(other) })),
        ...rows.map((row) => ({ label: row.key === 'more' ? w.more : (w.uses[row.key] ?? ''), one: `${row.one}`, other: `${row.other}` })),
      ]
      const typed = returned?.action === 'merge' ? { blir: firstText(returned.raw, 'blir'), navn: firstText(returned.raw, 'navn'), annet: firstText(returned.raw, 'annet') } : typedIn(query)
      const asked = typed.blir !== ''
      const choice = asked ? chosen(pair, typed.blir, typed.navn, typed.annet, renamed) : null
      const errors = choice && 'errors' in choice ? { ...(choice.errors.blir && { blir: w.whichMissing }), ...(choice.errors.navn && { annet: choice.errors.navn === 'long' ? w.nameLong : w.nameMissing }) } : {}
      const state = formState({ raw: { blir: typed.blir || (may[0]?.id ?? ''), navn: typed.navn || (may[0]?.id ?? ''), annet: typed.annet }, errors })
      const ready = choice && !('errors' in choice) ? choice : null
      const stop = may.length === 0 ? whyNot(pair, one, other, related, request, where) : ready ? whyNot(pair, ready.from, ready.to, related, request, where) : null
      const canName = may.some((side) => !side.registered && renamed(side.id))
      return (
        <>
          <Heading level={1}>{w.sameTitle}</Heading>
          <Lead>{one.name} {w.and} {other.name}</Lead>
          {stop && stop !== returned?.message ? <Alert colour="warning"><p>{stop}</p></Alert> : null}
          <DataTable lang={lang} caption={w.sameTitle} captionHidden rows={table} columns={[
            { key: 'label', header: w.fact, rowHeader: true, cell: (row) => row.label }, { key: 'one', header: one.name, cell: (row) => row.one }, { key: 'other', header: other.name, cell: (row) => row.other },
          ]} />
          {may.length > 0 ? (
            <form class="form" method="get" action={pathname}>
              <ErrorSummary lang={lang} state={state} labels={{ blir: w.which, annet: w.anotherName }} />
              <RadioGroup lang={lang} state={state} name="blir" label={w.which} hint={w.whichHint} options={may.map((side) => ({ value: side.id, label: side.name, ...(side.registered && { hint: w.registered }) }))} />
              {canName ? (
                <>
                  <RadioGroup lang={lang} state={state} name="navn" label={w.called} options={[...sides.map((side) => ({ value: side.id, label: side.name })), { value: 'annet', label: w.another }]} />
                  <TextInput lang={lang} state={state} name="annet" label={w.anotherName} optional />
                </>
              ) : <p>{w.keepsName(may[0]?.name ?? '')}</p>}
              <FormActions>{ready && !stop ? <Button>{w.next}</Button> : <Button variant="primary">{w.next}</Button>}</FormActions>
            </form>
          ) : null}
          {ready && !stop ? <Moves pair={pair} choice={ready} where={where} request={request} raw={typed} /> : null}
          <Form action={pathname} does="different">
            <FormActions><Button variant="quiet">{w.notSame}</Button><ButtonLink href={place.list(scope)} variant="quiet">{w.title}</ButtonLink></FormActions>
          </Form>
        </>
      )
    },
  })

const Moves = ({ pair, choice: { from, to, name }, where, request: { lang, pathname }, raw }: { pair: Pair; choice: { from: Side; to: Side; name: string }; where: Where; request: Request; raw: Record<string, string> }) => {
  const w = mergingWords[lang]
  const moving = rowsOf(pair, where, (key) => key in w.uses).map((row) => ({ label: row.key === 'more' ? w.more : (w.uses[row.key] ?? ''), n: from.id === pair.one.id ? row.one : row.other })).filter((row) => row.n > 0)
  return (
    <section>
      <Heading level={2}>{w.moves}</Heading>
      <p>{moving.length > 0 ? w.movesLead(from.name, name) : w.movesNone}</p>
      {moving.length > 0 ? <ul>{moving.map((row) => <li>{row.label}: {row.n}</li>)}</ul> : null}
      <ul>
        {moving.length > 0 ? <li>{w.bothHave}</li> : null}
        <li>{w.former(from.name)}</li>
        {to.name !== name ? <li>{w.former(to.name)}</li> : null}
        {pair.kind === 'person' ? <><li>{w.rights}</li><li>{w.sessions}</li>{from.administrator && !to.administrator ? <li>{w.administers}</li> : null}</> : null}
        <li>{w.laterStays}</li>
      </ul>
      <Form action={pathname} does="merge" submissionKey={crypto.randomUUID()} hidden={raw}>
        <FormActions><Button variant="primary">{w.merge}</Button></FormActions>
      </Form>
    </section>
  )
}

export const comparePages = (catalogue: Catalogue): Page[] => [inWorkspace, everywhere].map((place) => comparePage(catalogue, place))
