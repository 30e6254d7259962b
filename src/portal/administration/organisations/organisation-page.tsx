import { installation } from '../../../platform/audit/installation.ts'
import { versionField } from '../../../platform/http/form.ts'
import { administrators, page } from '../../../platform/http/page.ts'
import { type FieldErrors, firstText, type RawForm } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { isId } from '../../../platform/item/id.ts'
import { type CorrectableOrganisation, correctableOrganisation, correctOrganisation, holdOrgnr, type OrganisationFacts, organisationAt, organisationPath, readOrgnr } from '../../../modules/actors/index.ts'
import { Alert, Button, ButtonLink, ErrorSummary, Facts, Form, FormActions, formState, Heading, Lead, Select, TextInput } from '../../../ui/index.ts'
import { newOrganisationWords } from '../../new-organisation/new-organisation.words.ts'
import { organisationKinds } from '../../new-organisation/unit.ts'
import { correctWords } from './organisation.words.ts'

const tidy = (raw: RawForm, name: string) => firstText(raw, name).replaceAll('\0', '').trim().replace(/\s+/g, ' ')

/** An address on the web as people write it, «www.eksempel.no» too; null when it is none. */
function readWeb(typed: string): string | null {
  const whole = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  if (whole.length > 200 || /\s/.test(whole) || !URL.canParse(whole)) return null
  const { href, hostname, username } = new URL(whole)
  return hostname.includes('.') && !username ? href : null
}

/** What the form says, against what stands. What a register keeps is as it is there, and refused beside its field when something else was sent. */
function readFacts(raw: RawForm, before: CorrectableOrganisation, lang: Lang): { facts: OrganisationFacts } | { errors: FieldErrors } {
  const w = correctWords[lang]
  const errors: FieldErrors = {}
  const [name, typedNumber, typedWeb, place] = [tidy(raw, 'navn'), tidy(raw, 'orgnr'), tidy(raw, 'nett'), tidy(raw, 'sted')]
  const web = typedWeb === '' ? null : readWeb(typedWeb)
  if (typedWeb !== '' && web === null) errors.nett = w.webBad
  if (place.length > 80) errors.sted = w.placeLong
  if (before.registered) {
    const sent = { navn: before.name, slag: before.kind, orgnr: before.orgnr ?? '' }
    for (const [field, stands] of Object.entries(sent)) if (field in raw && tidy(raw, field) !== stands) errors[field] = w.locked
    return Object.keys(errors).length > 0 ? { errors } : { facts: { name: before.name, kind: before.kind, orgnr: before.orgnr, web, place: place || null } }
  }
  const kind = organisationKinds.find((one) => one === firstText(raw, 'slag'))
  const orgnr = typedNumber === '' ? null : readOrgnr(typedNumber)
  if (name === '') errors.navn = w.nameMissing
  else if (name.length > 120) errors.navn = w.nameLong
  if (!kind) errors.slag = w.choose
  if (typedNumber !== '' && before.example) errors.orgnr = w.orgnrExample
  else if (typedNumber !== '' && orgnr === null) errors.orgnr = w.orgnrBad
  return Object.keys(errors).length > 0 || !kind ? { errors } : { facts: { name, kind, orgnr, web, place: place || null } }
}

/** What became another, as the log keeps it. */
function whatChanged(before: OrganisationFacts, after: OrganisationFacts): { before: Partial<OrganisationFacts>; after: Partial<OrganisationFacts> } | null {
  const changed = (['name', 'kind', 'orgnr', 'web', 'place'] as const).filter((one) => before[one] !== after[one])
  const only = (facts: OrganisationFacts) => Object.fromEntries(changed.map((one) => [one, facts[one]]))
  return changed.length === 0 ? null : { before: only(before), after: only(after) }
}

/** Corrects what is known of an organisation: what no register keeps for us. */
export const correctOrganisationPage = page({
  path: '/admin/organisasjoner/:organisation{[0-9a-f]{8}-[0-9a-f-]{27}}',
  access: administrators,
  load: async ({ db, viewer }, _, { organisation: id = '' }) => {
    const organisation = isId(id) ? await correctableOrganisation(db, id) : null
    // Whether it has a page that this administrator may see follows from what they take part in.
    return organisation && { ...organisation, page: await organisationAt(db, viewer, id.slice(-12)) }
  },
  title: (organisation, { lang }) => correctWords[lang].title(organisation.name),
  crumbs: (_, { lang }) => [{ text: correctWords[lang].up, href: '/admin' }, { text: correctWords[lang].list, href: '/admin/organisasjoner' }],
  actions: {
    correct: async (work, { request, loaded: before, raw }) => {
      const w = correctWords[request.lang]
      const read = readFacts(raw, before, request.lang)
      if ('errors' in read) return { refused: { errors: read.errors } }
      const { facts } = read
      const taken = facts.orgnr && facts.orgnr !== before.orgnr ? await holdOrgnr(work.tx, facts.orgnr, before.id) : null
      if (taken) return { refused: { errors: { orgnr: w.orgnrTaken(taken.name) } } }
      const changed = whatChanged(before, facts)
      if (!changed) return { refused: { message: w.same } }
      if (!(await correctOrganisation(work.tx, before, Number(firstText(raw, versionField)), facts, osloDate(work.now).toString()))) return { refused: 'stale' }
      work.record({ workspaceId: installation, what: 'organisation.corrected', body: { organisation: before.id, ...changed } })
      return { done: { to: '/admin/organisasjoner', flash: { text: w.saved(facts.name) } } }
    },
  },
  width: 'text',
  view: (organisation, { lang, pathname }, _, returned) => {
    const w = correctWords[lang]
    const kinds = newOrganisationWords[lang].kinds
    const state = formState(returned, { navn: organisation.name, slag: organisation.kind, orgnr: organisation.orgnr ?? '', nett: organisation.web ?? '', sted: organisation.place ?? '' })
    const standing = [
      { term: w.name, value: organisation.name }, { term: w.kind, value: kinds[organisation.kind] }, ...(organisation.officialNumber ? [{ term: w.official, value: organisation.officialNumber }] : []), ...(organisation.orgnr ? [{ term: w.orgnr, value: organisation.orgnr }] : []),
    ]
    return (
      <>
        <Heading level={1}>{w.title(organisation.name)}</Heading>
        <Lead>{organisation.registered ? w.registered : w.lead}</Lead>
        {organisation.page ? <p><a href={organisationPath(organisation.page)}>{w.visit}</a></p> : null}
        {returned?.stale ? <Alert colour="warning" title={w.stale}><Facts facts={standing} /></Alert> : null}
        <ErrorSummary lang={lang} state={state} />
        {organisation.registered ? <Facts facts={standing} /> : null}
        <Form action={pathname} does="correct" submissionKey={crypto.randomUUID()} version={organisation.version} guard unsaved={returned !== null}>
          {organisation.registered ? null : (
            <>
              <TextInput lang={lang} state={state} name="navn" label={w.name} hint={w.nameHint} />
              <Select lang={lang} state={state} name="slag" label={w.kind} blank={false} options={organisationKinds.map((value) => ({ value, label: kinds[value] }))} />
              {organisation.example ? null : <TextInput lang={lang} state={state} name="orgnr" label={w.orgnr} hint={w.orgnrHint} optional />}
            </>
          )}
          <TextInput lang={lang} state={state} name="nett" label={w.web} hint={w.webHint} optional />
          <TextInput lang={lang} state={state} name="sted" label={w.place} hint={w.placeHint} optional />
          <FormActions><Button variant="primary">{w.save}</Button><ButtonLink href="/admin/organisasjoner" variant="quiet">{w.cancel}</ButtonLink></FormActions>
        </Form>
        {organisation.former.length > 0 ? <section><Heading level={2}>{w.former}</Heading><ul>{organisation.former.map((one) => <li>{one.to ? w.until(one.name, formatDate(one.to, lang)) : one.name}</li>)}</ul></section> : null}
      </>
    )
  },
})
