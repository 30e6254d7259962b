import { hasRole, type Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { Work } from '../../platform/db/work.ts'
import { type Access, page, type Request, type Scope } from '../../platform/http/page.ts'
import { leading } from '../../platform/item/kind.ts'
import { firstText, type RawForm } from '../../platform/item/parse.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { OutsideFailure } from '../../platform/outside/ask.ts'
import type { Unit } from '../../platform/outside/enhetsregisteret.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { addWithOrgnr, ensureParty, insertOrganisations, nameKey, organisationByOrgnr, organisationLink, organisationsById, type OrganisationKind, readOrgnr, registeredByName } from '../../modules/actors/index.ts'
import { ownWorkspaces, type Workspace, workspacePath } from '../../modules/workspaces/index.ts'
import { Alert, Button, Details, ErrorSummary, Facts, Form, FormActions, formState, Heading, Lead, Select, TextInput } from '../../ui/index.ts'
import { newOrganisationWords } from './new-organisation.words.ts'
import { kindOfUnit, organisationKinds, readableName } from './unit.ts'

export const newOrganisationPath = '/organisasjoner/ny'

/** Those who lead a workspace, and administrators. */
export const mayAddOrganisations = (viewer: Viewer): boolean => viewer.person?.administrator === true || viewer.memberships.some((one) => hasRole(viewer, one.workspaceId, ...leading))

const anywhere: Scope = {}

const organisationAdders: Access = {
  name: 'organisation-adders',
  async check({ viewer }) {
    if (!viewer.person) return { denied: 'login' }
    return mayAddOrganisations(viewer) ? anywhere : { denied: 'forbidden' }
  },
}

type There = { id: string; name: string }
type Failure = OutsideFailure | 'off' | 'notFound'
/** What the number in the address led to. */
type LookedUp =
  | { state: 'none' | 'bad' }
  | { state: 'there'; there: There }
  | { state: 'found'; unit: Unit }
  | { state: 'ended'; on: string | null }
  | { state: 'failed'; why: Failure; orgnr: string }

type Loaded = { typed: string; lookedUp: LookedUp; sameName: There | null; workspaces: readonly Workspace[] }

async function lookUp({ platform, db, viewer, now }: Request, typed: string): Promise<LookedUp> {
  if (typed === '') return { state: 'none' }
  const orgnr = readOrgnr(typed)
  if (!orgnr) return { state: 'bad' }
  const there = await organisationByOrgnr(db, orgnr)
  if (there) return { state: 'there', there }
  const allowed = await platform.limit(limits.outsideLookup, viewer.person?.id ?? '', now)
  const answer = allowed.ok ? await platform.enhetsregisteret.byOrgnr(orgnr) : { failed: 'busy' as const }
  if ('found' in answer) return { state: 'found', unit: answer.found }
  return answer.failed === 'deleted' ? { state: 'ended', on: answer.on } : { state: 'failed', why: answer.failed, orgnr }
}

const tidy = (text: string) => text.replaceAll('\0', '').trim().replace(/\s+/g, ' ')

/** The one in the register of municipalities and counties that already has this name. */
async function registered(db: Reader, name: string): Promise<There | null> {
  const id = name ? (await registeredByName(db, [nameKey(name)])).get(nameKey(name)) : undefined
  return id ? ((await organisationsById(db, [id])).get(id) ?? null) : null
}

/** What both forms ask for. */
function readForm(raw: RawForm, workspaces: readonly Workspace[], lang: Request['lang']) {
  const w = newOrganisationWords[lang]
  const name = tidy(firstText(raw, 'navn'))
  const kind = organisationKinds.find((one) => one === firstText(raw, 'slag'))
  const workspace = workspaces.find((one) => one.id === firstText(raw, 'arbeidsrom')) ?? null
  const errors = {
    ...(name === '' ? { navn: w.nameMissing } : name.length > 120 ? { navn: w.nameLong } : {}),
    ...(!kind && { slag: w.choose }),
  }
  return { name, kind: kind ?? 'other', workspace, errors }
}

/** Makes it a partner where that was asked for; says where to go next. */
async function placed(work: Work, { id, name, workspace, text }: { id: string; name: string; workspace: Workspace | null; text: (name: string) => string }) {
  if (!workspace) return { done: { to: organisationLink(id), flash: { text: text(name) } } }
  if (await ensureParty(work.tx, workspace.id, id, 'partner', osloDate(work.now).toString())) work.record({ workspaceId: workspace.id, what: 'party.added', body: { organisations: [id], role: 'partner' } })
  return { done: { to: workspacePath(workspace, 'partnere'), flash: { text: text(name) } } }
}

/** Adds an organisation by its number in Enhetsregisteret, or by hand. The look-up is a GET: it changes nothing, and can be gone back to. */
export const newOrganisationPage = page({
  path: newOrganisationPath,
  access: organisationAdders,
  load: async (request): Promise<Loaded> => {
    const typed = (request.query.get('orgnr') ?? '').slice(0, 60).trim()
    const [lookedUp, sameName, workspaces] = await Promise.all([lookUp(request, typed), registered(request.db, tidy(request.query.get('navn') ?? '')), ownWorkspaces(request.db, request.viewer)])
    return { typed, lookedUp, sameName, workspaces: workspaces.filter((one) => one.state === 'active' && hasRole(request.viewer, one.id, ...leading)) }
  },
  title: (_, { lang }) => newOrganisationWords[lang].title,
  crumbs: (_, { lang }) => [{ text: { nb: 'Min side', nn: 'Mi side', en: 'My page' }[lang], href: '/min-side' }],
  actions: {
    add: async (work, { request, loaded, raw }) => {
      const w = newOrganisationWords[request.lang]
      const { lookedUp } = loaded
      if (lookedUp.state !== 'found') return { refused: { message: w.lookFirst } }
      const { name, kind, workspace, errors } = readForm(raw, loaded.workspaces.filter((one) => !one.example), request.lang)
      if (Object.keys(errors).length > 0) return { refused: { errors } }
      const id = await addWithOrgnr(work.tx, { name, kind, orgnr: lookedUp.unit.orgnr })
      // Somebody added it meanwhile: the page that shows the number says who has it.
      if (!id) return { done: { to: `${newOrganisationPath}?orgnr=${lookedUp.unit.orgnr}` } }
      return placed(work, { id, name, workspace, text: w.added })
    },
    byHand: async (work, { request, loaded, raw }) => {
      const w = newOrganisationWords[request.lang]
      const { name, kind, workspace, errors } = readForm(raw, loaded.workspaces, request.lang)
      if (Object.keys(errors).length > 0 || !workspace) return { refused: { errors: { ...errors, ...(!workspace && { arbeidsrom: w.choose }) } } }
      if (!workspace.example && (await registered(work.tx, name))) return { done: { to: `${newOrganisationPath}?navn=${encodeURIComponent(name)}` } }
      const { lookedUp } = loaded
      const orgnr = lookedUp.state === 'failed' && !workspace.example ? lookedUp.orgnr : null
      const id = orgnr ? await addWithOrgnr(work.tx, { name, kind, orgnr }) : (await insertOrganisations(work.tx, [{ name, kind, example: workspace.example }]))[0]
      if (!id) return { done: { to: `${newOrganisationPath}?orgnr=${orgnr}` } }
      return placed(work, { id, name, workspace, text: w.added })
    },
  },
  view: ({ typed, lookedUp, sameName, workspaces }, { lang, path }, _, returned) => {
    const w = newOrganisationWords[lang]
    const unit = lookedUp.state === 'found' ? lookedUp.unit : null
    const failed = lookedUp.state === 'failed' ? lookedUp : null
    const there = lookedUp.state === 'there' ? lookedUp.there : sameName
    const kinds = organisationKinds.map((value) => ({ value, label: w.kinds[value] }))
    const rooms = (real: boolean) => workspaces.filter((one) => !real || !one.example).map((one) => ({ value: one.id, label: one.title }))
    const search = formState(lookedUp.state === 'bad' ? { raw: { orgnr: typed }, errors: { orgnr: w.bad } } : null, { orgnr: typed })
    const added = formState(returned?.action === 'add' ? returned : null, unit ? { navn: readableName(unit.name), slag: kindOfUnit(unit) } : {})
    const byHand = formState(returned?.action === 'byHand' ? returned : null, { slag: 'other' satisfies OrganisationKind, ...(rooms(false).length === 1 && { arbeidsrom: rooms(false)[0]?.value ?? '' }) })
    const labels = { orgnr: w.orgnr, navn: w.byHandName, slag: w.kind, arbeidsrom: w.byHandWorkspace }
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        {there ? <Alert><p>{w.there(there.name)} <a href={organisationLink(there.id)}>{w.open}</a></p></Alert> : null}
        {lookedUp.state === 'ended' ? <Alert colour="warning"><p>{w.ended(lookedUp.on ? w.onDay(formatDate(Temporal.PlainDate.from(lookedUp.on), lang)) : '')}</p></Alert> : null}
        {failed ? <Alert colour="warning"><p>{w.failed[failed.why]}</p></Alert> : null}
        <ErrorSummary lang={lang} state={search} labels={labels} />
        <form class="form" method="get" action={newOrganisationPath} novalidate>
          <TextInput lang={lang} state={search} name="orgnr" label={w.orgnr} hint={w.orgnrHint} />
          <FormActions><Button variant={unit ? 'secondary' : 'primary'}>{w.look}</Button></FormActions>
        </form>
        {unit ? (
          <section aria-labelledby="funnet">
            <Heading level={2} id="funnet">{w.found}</Heading>
            <Facts facts={[{ term: w.registered, value: unit.name }, { term: w.number, value: unit.orgnr.replace(/(...)(?=.)/g, '$1 ') }, { term: w.form, value: unit.formText }]} />
            <p class="hint">{w.source}</p>
            <ErrorSummary lang={lang} state={added} labels={labels} />
            <Form action={path} does="add" submissionKey={crypto.randomUUID()}>
              <TextInput lang={lang} state={added} name="navn" label={w.name} hint={w.nameHint} />
              <Select lang={lang} state={added} name="slag" label={w.kind} options={kinds} />
              {rooms(true).length > 0 ? <Select lang={lang} state={added} name="arbeidsrom" label={w.workspace} optional options={rooms(true)} /> : null}
              <FormActions><Button variant="primary">{w.add}</Button></FormActions>
            </Form>
          </section>
        ) : workspaces.length > 0 ? (
          <Details summary={w.byHand} open={failed !== null || returned?.action === 'byHand'}>
            <p>{w.byHandText}</p>
            {failed ? <p class="hint">{w.keepNumber(failed.orgnr)}</p> : null}
            <ErrorSummary lang={lang} state={byHand} labels={labels} />
            <Form action={path} does="byHand" submissionKey={crypto.randomUUID()}>
              <TextInput lang={lang} state={byHand} name="navn" label={w.byHandName} />
              <Select lang={lang} state={byHand} name="slag" label={w.kind} options={kinds} />
              <Select lang={lang} state={byHand} name="arbeidsrom" label={w.byHandWorkspace} options={rooms(false)} />
              <FormActions><Button>{w.add}</Button></FormActions>
            </Form>
          </Details>
        ) : null}
      </>
    )
  },
})
