import { stagedFiles } from '../../../platform/files/file.store.ts'
import { versionField } from '../../../platform/http/form.ts'
import { type Access, type ActionArgs, page, type Refusal } from '../../../platform/http/page.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { Fields } from '../../../platform/item/field.ts'
import { readItem, type Item } from '../../../platform/item/item.store.ts'
import { type FieldErrors, firstText, parseFields } from '../../../platform/item/parse.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { Button, ButtonLink, DateInput, ErrorSummary, FileInput, Form, FormActions, formState, Heading, Lead, TextArea, TextInput } from '../../../ui/index.ts'
import { writingOf } from '../../thread/index.ts'
import { findWorkspace, type InWorkspace } from '../../workspaces/index.ts'
import { blockedBy } from '../readiness/readiness.ts'
import { factsOf, overridesOf, standingOverrides } from '../readiness/readiness.store.ts'
import { agreement } from './agreement.ts'
import { mayAnchor, mayWrite } from './agreement.policy.ts'
import { agreementCrumbs, agreementPath } from './crumbs.ts'
import { anchor, dropParty, isUnderWay, leave, type PartyRefusal, sign, unsign } from './party.actions.ts'
import { toldPartyRefusal } from './parties-page.tsx'
import { type AgreementParty, partiesTo } from './party.store.ts'
import { partyWords } from './party.words.ts'
import { editionsOf } from './text.store.ts'

type Scope = InWorkspace & { item: Item; party: AgreementParty }

const partyAccess = (name: string, may: (viewer: Parameters<typeof mayAnchor>[0], workspace: InWorkspace['workspace'], item: Item, party: AgreementParty) => boolean): Access<Scope> => ({
  name,
  async check(request, params) {
    const workspace = await findWorkspace(request.db, request.viewer, params.workspace ?? '')
    const item = workspace && (await readItem(request.db, request.viewer, agreement, workspace.id, Number(params.number)))
    if (!workspace || !item) return { denied: 'missing' }
    if (workspace.state === 'archived') return { denied: 'archived' }
    const party = (await partiesTo(request.db, item.id)).find((one) => one.id === params.row)
    if (!party) return { denied: 'missing' }
    return may(request.viewer, workspace, item, party) ? { workspace, item, party } : { denied: 'forbidden' }
  },
})

/** Those who lead, and the representative of the party itself. */
const anchorers = partyAccess('agreement-anchorers', mayAnchor)
const keepers = partyAccess('agreement-party-keepers', mayWrite)

const { nb, nn, en } = partyWords
const label = (key: 'body' | 'on' | 'caseNumber' | 'signName' | 'earlyLabel' | 'leaveOn' | 'leaveWhy') => ({ nb: nb[key], nn: nn[key], en: en[key] })
const anchorFields: Fields = { body: { type: 'text', max: 200, required: true, label: label('body') }, on: { type: 'date', required: true, label: label('on') }, case_number: { type: 'text', max: 60, label: label('caseNumber') } }
const signFields: Fields = { name: { type: 'text', max: 200, required: true, label: label('signName') }, on: { type: 'date', required: true, label: label('on') }, early: { type: 'text', max: 500, label: label('earlyLabel') } }
const leaveFields: Fields = { on: { type: 'date', required: true, label: label('leaveOn') }, why: { type: 'text', max: 500, label: label('leaveWhy') } }

const revision = (raw: ActionArgs<Scope, unknown>['raw']) => Number(firstText(raw, versionField))
const notLater = (on: unknown, today: string, lang: Lang): FieldErrors => (typeof on === 'string' && on > today ? { on: partyWords[lang].later } : {})

/** A change of a party, and where one lands: at the table, with a word on what was done. */
const then = (outcome: Outcome<true, PartyRefusal>, { request: { lang }, scope: { workspace, item } }: ActionArgs<Scope, unknown>, text: string): Outcome<{ to: string; flash: { text: string } }, Refusal> =>
  'refused' in outcome ? { refused: toldPartyRefusal(outcome.refused, lang) } : { done: { to: agreementPath(workspace, item, 'parter'), flash: { text } } }

const crumbs = (_: unknown, { lang }: { lang: Lang }, { workspace, item }: Scope) => agreementCrumbs(workspace, item, lang, { text: partyWords[lang].title, href: agreementPath(workspace, item, 'parter') })
const Cancel = ({ lang, scope: { workspace, item } }: { lang: Lang; scope: Scope }) => <ButtonLink href={agreementPath(workspace, item, 'parter')} variant="quiet">{partyWords[lang].cancel}</ButtonLink>
const path = '/arbeidsrom/:workspace/avtaler/:number{[0-9]+}/parter/:row{[0-9a-f-]{36}}'

export const anchorPage = page<Scope, object>({
  path: `${path}/forankring`,
  access: anchorers,
  load: async () => ({}),
  title: (_, { lang }, { party }) => partyWords[lang].anchorTitle(party.name),
  crumbs,
  actions: {
    save: async (work: Work, args) => {
      const { request: { lang, now }, scope: { workspace, item, party }, raw } = args
      const { values, errors } = parseFields(anchorFields, raw, lang)
      const wrong = { ...notLater(values.on, osloDate(now).toString(), lang), ...errors }
      if (Object.keys(wrong).length > 0) return { refused: { errors: wrong } }
      return then(await anchor(work, workspace, item, party, revision(raw), { body: String(values.body), on: String(values.on), caseNumber: values.case_number as string | null }), args, partyWords[lang].didAnchor)
    },
    remove: async (work, args) => then(await anchor(work, args.scope.workspace, args.scope.item, args.scope.party, revision(args.raw), null), args, partyWords[args.request.lang].didUnanchor),
  },
  view: (_, { lang, path: here, now }, scope, returned) => {
    const w = partyWords[lang]
    const { party } = scope
    const state = formState(returned, { body: party.anchoredBody ?? '', on: party.anchoredOn ?? '', case_number: party.anchoredCase ?? '' })
    return (
      <>
        <Heading level={1}>{w.anchorTitle(party.name)}</Heading>
        <Lead>{w.anchorLead}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <Form action={here} does="save" submissionKey={crypto.randomUUID()} version={party.revision} guard unsaved={returned !== null}>
          <TextInput lang={lang} state={state} name="body" label={w.body} hint={w.bodyHint} maxlength={200} />
          <DateInput lang={lang} state={state} name="on" label={w.on} max={osloDate(now).toString()} />
          <TextInput lang={lang} state={state} name="case_number" label={w.caseNumber} hint={w.caseHint} maxlength={60} optional />
          <FormActions><Button variant="primary">{w.saveAnchored}</Button><Cancel lang={lang} scope={scope} /></FormActions>
        </Form>
        {party.anchoredOn ? <Form action={here} does="remove" submissionKey={crypto.randomUUID()} version={party.revision}><FormActions><Button variant="quiet">{w.unanchor}</Button></FormActions></Form> : null}
      </>
    )
  },
})

export const signPage = page<Scope, { agreed: boolean; settled: boolean }>({
  path: `${path}/signatur`,
  access: keepers,
  takesFiles: true,
  load: async (request, { workspace, item }) => {
    const { db, now } = request
    const [editions, facts, overrides] = await Promise.all([editionsOf(db, item.id), factsOf(db, workspace.id, item.id, osloDate(now).toString()), overridesOf(db, workspace.id, item.id)])
    return { agreed: writingOf(editions).agreed !== null, settled: !isUnderWay(item) || blockedBy('signed', facts, standingOverrides(overrides)) === null }
  },
  title: (_, { lang }, { party }) => partyWords[lang].signTitle(party.name),
  crumbs,
  actions: {
    save: async (work, args) => {
      const { request: { lang, now }, scope: { workspace, item, party }, raw, loaded } = args
      const { values, errors } = parseFields(signFields, raw, lang)
      const early = values.early as string | null
      const wrong = { ...notLater(values.on, osloDate(now).toString(), lang), ...(!early && (!loaded.agreed ? { early: partyWords[lang].earlyNeeded } : !loaded.settled ? { early: partyWords[lang].refused.unsettled } : {})), ...errors }
      if (Object.keys(wrong).length > 0) return { refused: { errors: wrong } }
      const fileId = firstText(raw, 'file')
      const [staged] = fileId ? await stagedFiles(work.tx, [fileId], { personId: work.viewer.person?.id ?? null, now: work.now }) : []
      return then(await sign(work, workspace, item, party, revision(raw), { name: String(values.name), on: String(values.on), fileId: staged?.id ?? null, early }), args, partyWords[lang].didSign)
    },
    remove: async (work, args) => then(await unsign(work, args.scope.workspace, args.scope.item, args.scope.party, revision(args.raw)), args, partyWords[args.request.lang].didUnsign),
  },
  view: ({ agreed, settled }, { lang, path: here, now }, scope, returned) => {
    const w = partyWords[lang]
    const { party } = scope
    const state = formState(returned, { name: party.signedName ?? '', on: party.signedOn ?? '', early: party.signedEarly ?? '' })
    const token = returned ? firstText(returned.raw, 'file') : ''
    const kept = token ? { name: w.keptFile, token } : party.signedFileId ? { name: party.signedFile ?? w.keptFile, token: party.signedFileId } : null
    return (
      <>
        <Heading level={1}>{w.signTitle(party.name)}</Heading>
        <ErrorSummary lang={lang} state={state} />
        <Form action={here} does="save" submissionKey={crypto.randomUUID()} version={party.revision} guard unsaved={returned !== null} files>
          <TextInput lang={lang} state={state} name="name" label={w.signName} hint={w.signNameHint} maxlength={200} />
          <DateInput lang={lang} state={state} name="on" label={w.on} max={osloDate(now).toString()} />
          <FileInput lang={lang} state={state} name="file" label={w.signFile} hint={w.signFileHint} accept=".pdf,.png,.jpg,.jpeg,.docx" optional {...(kept && { kept })} />
          {agreed && settled ? null : <TextArea lang={lang} state={state} name="early" label={agreed ? w.unsettledLabel : w.earlyLabel} hint={agreed ? w.unsettledHint : w.earlyHint} rows={2} maxlength={500} />}
          <FormActions><Button variant="primary">{w.saveSigned}</Button><Cancel lang={lang} scope={scope} /></FormActions>
        </Form>
        {party.signedOn ? <Form action={here} does="remove" submissionKey={crypto.randomUUID()} version={party.revision}><FormActions><Button variant="quiet">{w.unsign}</Button></FormActions></Form> : null}
      </>
    )
  },
})

export const leavePage = page<Scope, object>({
  path: `${path}/ut`,
  access: { ...keepers },
  load: async () => ({}),
  title: (_, { lang }, { party }) => partyWords[lang].leaveTitle(party.name),
  crumbs,
  actions: {
    save: async (work, args) => {
      const { request: { lang }, scope: { workspace, item, party }, raw } = args
      const { values, errors } = parseFields(leaveFields, raw, lang)
      if (Object.keys(errors).length > 0) return { refused: { errors } }
      return then(await leave(work, workspace, item, party, revision(raw), { on: String(values.on), why: values.why as string | null }), args, partyWords[lang].didLeave)
    },
    back: async (work, args) => then(await leave(work, args.scope.workspace, args.scope.item, args.scope.party, revision(args.raw), null), args, partyWords[args.request.lang].didBack),
    drop: async (work, args) => then(await dropParty(work, args.scope.workspace, args.scope.item, args.scope.party, revision(args.raw)), args, partyWords[args.request.lang].dropped),
  },
  view: (_, { lang, path: here }, scope, returned) => {
    const w = partyWords[lang]
    const { party } = scope
    const state = formState(returned, { on: party.leftOn ?? '', why: party.leftWhy ?? '' })
    return (
      <>
        <Heading level={1}>{w.leaveTitle(party.name)}</Heading>
        <ErrorSummary lang={lang} state={state} />
        <Form action={here} does="save" submissionKey={crypto.randomUUID()} version={party.revision} guard unsaved={returned !== null}>
          <DateInput lang={lang} state={state} name="on" label={w.leaveOn} />
          <TextInput lang={lang} state={state} name="why" label={w.leaveWhy} maxlength={500} optional />
          <FormActions><Button variant="primary">{w.saveLeft}</Button><Cancel lang={lang} scope={scope} /></FormActions>
        </Form>
        {party.leftOn ? <Form action={here} does="back" submissionKey={crypto.randomUUID()} version={party.revision}><FormActions><Button variant="quiet">{w.back}</Button></FormActions></Form> : null}
        {!party.anchoredOn && !party.signedOn ? <Form action={here} does="drop" submissionKey={crypto.randomUUID()} version={party.revision}><FormActions><Button variant="quiet">{w.dropThis}</Button></FormActions></Form> : null}
      </>
    )
  },
})
