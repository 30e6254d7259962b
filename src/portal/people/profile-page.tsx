import { versionField } from '../../platform/http/form.ts'
import { loggedIn, page } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatDate, formatDateTime } from '../../platform/text/format.ts'
import { type Lang, languages } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import {
  type Affiliation, affiliationsOf, chosenOrganisation, consentAudiences, type ConsentChange, consentHistory, deleteAffiliation, insertAffiliation, leastConsent, organisationPath, ownAffiliation, ownProfile, profileParts,
  suggestionsPath, writeConsent, writeProfile,
} from '../../modules/actors/index.ts'
import { Button, ButtonLink, chosenField, Combobox, DateInput, Details, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, Select, TaskList, TextArea, TextInput } from '../../ui/index.ts'
import { personWords } from './people.words.ts'
import { readConsentForm, readPeriodForm, readProfileForm } from './profile-form.ts'

const here = '/min-side/profil'
const names: Readonly<Record<Lang, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }

/** What a person tells of themselves, where they belong, and who may see what of it. */
export const profilePage = page({
  path: here,
  access: loggedIn,
  load: async ({ db, viewer }) => {
    const id = viewer.person?.id ?? ''
    const [profile, affiliations, consents] = await Promise.all([ownProfile(db, id), affiliationsOf(db, id), consentHistory(db, id)])
    return { id, profile, affiliations, consents }
  },
  title: (_, { lang }) => personWords[lang].profile,
  crumbs: (_, { lang }) => [{ text: { nb: 'Min side', nn: 'Mi side', en: 'My page' }[lang], href: '/min-side' }],
  actions: {
    save: async (work, { request, loaded, raw }) => {
      const read = readProfileForm(raw, request.lang)
      if ('errors' in read) return { refused: { errors: read.errors } }
      if (!(await writeProfile(work.tx, loaded.id, Number(firstText(raw, versionField)), read.change))) return { refused: { message: personWords[request.lang].stale } }
      return { done: { to: here, flash: { text: personWords[request.lang].saved }, language: read.change.language as Lang } }
    },
    consent: async (work, { request, loaded, raw }) => {
      const read = readConsentForm(raw, request.lang)
      if ('errors' in read) return { refused: { errors: read.errors } }
      await writeConsent(work.tx, loaded.id, read.consent, request.now)
      return { done: { to: here, flash: { text: personWords[request.lang].consentSaved } } }
    },
    withdraw: async (work, { request, loaded }) => {
      await writeConsent(work.tx, loaded.id, leastConsent, request.now)
      return { done: { to: here, flash: { text: personWords[request.lang].takenBack } } }
    },
    affiliate: async (work, { request, loaded, raw }) => {
      const w = personWords[request.lang]
      const period = readPeriodForm(raw, request.lang)
      const organisation = await chosenOrganisation(work.tx, request.viewer, { id: firstText(raw, chosenField('organisasjon')), name: firstText(raw, 'organisasjon').replaceAll('\0', '') })
      const errors = { ...('errors' in period && period.errors), ...(!organisation && { organisasjon: w.organisationMissing }) }
      if ('errors' in period || !organisation) return { refused: { errors } }
      await insertAffiliation(work.tx, { personId: loaded.id, organisationId: organisation.id, ...period })
      return { done: { to: here, flash: { text: w.added } } }
    },
    remove: async (work, { request, loaded, raw }) => {
      const affiliation = await ownAffiliation(work.tx, loaded.id, firstText(raw, 'hvilken'))
      // Where somebody acts for the organisation there is something to leave behind, and it is asked about first.
      if (!affiliation || affiliation.confirmed) return { refused: 'missing' }
      await deleteAffiliation(work.tx, loaded.id, affiliation.id)
      return { done: { to: here, flash: { text: personWords[request.lang].removed } } }
    },
  },
  view: ({ id, profile, affiliations, consents }, { lang, path, now }, _, returned) => {
    const w = personWords[lang]
    const state = (action: string, start = {}) => formState(returned?.action === action ? returned : null, start)
    const own = state('save', { navn: profile.name, telefon: profile.phone ?? '', hjelp: profile.help ?? '', emner: profile.topics.join(', '), sprak: profile.language })
    const shown = state('consent', Object.fromEntries(profileParts.map((part) => [`vis-${part}`, profile.consent[part]])))
    const belongs = state('affiliate')
    return (
      <>
        <Heading level={1}>{w.profile}</Heading>
        <Lead>{w.profileLead}</Lead>
        <ErrorSummary lang={lang} state={own} />
        <Form action={path} does="save" submissionKey={crypto.randomUUID()} version={profile.version} guard unsaved={returned?.action === 'save'}>
          <TextInput lang={lang} state={own} name="navn" label={w.name} hint={w.nameHint} autocomplete="name" />
          <TextInput lang={lang} state={own} name="telefon" type="tel" label={w.phone} optional autocomplete="tel" size={16} />
          <TextArea lang={lang} state={own} name="hjelp" label={w.help} hint={w.helpHint} optional />
          <TextInput lang={lang} state={own} name="emner" label={w.topics} hint={w.topicsHint} optional />
          <Select lang={lang} state={own} name="sprak" label={w.language} blank={false} options={languages.map((value) => ({ value, label: names[value] }))} />
          <FormActions><Button variant="primary">{w.save}</Button><ButtonLink href={`/personer/${id}`} variant="quiet">{w.see}</ButtonLink></FormActions>
        </Form>
        <section>
          <Heading level={2} id="hvem">{w.consent}</Heading>
          <p>{w.consentLead}</p>
          <ErrorSummary lang={lang} state={shown} />
          <Form action={path} does="consent" submissionKey={crypto.randomUUID()}>
            {profileParts.map((part) => <RadioGroup lang={lang} state={shown} name={`vis-${part}`} label={w.parts[part]} options={consentAudiences.map((value) => ({ value, label: w.shownTo[value] }))} />)}
            <FormActions><Button>{w.saveConsent}</Button></FormActions>
          </Form>
          <form method="post" action={path}><input type="hidden" name="handling" value="withdraw" /><p><Button variant="quiet">{w.takeBack}</Button></p></form>
          {consents.length > 0 ? <Details summary={w.consentHistory}><Consents lang={lang} consents={consents} /></Details> : null}
        </section>
        <section>
          <Heading level={2} id="organisasjoner">{w.affiliations}</Heading>
          {affiliations.length === 0 ? <p>{w.noAffiliations}</p> : <TaskList lang={lang} tasks={affiliations.map((one) => affiliationTask(one, lang, path, osloDate(now).toString()))} />}
          <Details summary={w.addAffiliation} open={returned?.action === 'affiliate'}>
            <ErrorSummary lang={lang} state={belongs} />
            <Form action={path} does="affiliate" submissionKey={crypto.randomUUID()}>
              <Combobox lang={lang} state={belongs} name="organisasjon" label={w.organisation} hint={w.organisationHint} source={suggestionsPath} />
              <TextInput lang={lang} state={belongs} name="tittel" label={w.title} optional />
              <DateInput lang={lang} state={belongs} name="fra" label={w.startsOn} optional />
              <DateInput lang={lang} state={belongs} name="til" label={w.endsOn} optional />
              <FormActions><Button>{w.add}</Button><a href="/organisasjoner">{w.toOrganisations}</a></FormActions>
            </Form>
          </Details>
        </section>
      </>
    )
  },
})

/** When a period was, with title: «Rådgiver, fra 1. august 2022». */
export const periodText = (one: Pick<Affiliation, 'title' | 'from' | 'to'>, lang: Lang): string => {
  const w = personWords[lang]
  return [one.title ?? '', [one.from ? w.from(formatDate(one.from, lang)) : '', one.to ? w.to(formatDate(one.to, lang)) : ''].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

function affiliationTask(one: Affiliation, lang: Lang, path: string, today: string) {
  const w = personWords[lang]
  const over = one.to !== null && one.to < today
  return {
    title: one.organisation.name, href: organisationPath(one.organisation), hint: [periodText(one, lang), one.confirmed ? '' : w.unconfirmed].filter(Boolean).join('. '),
    ...(one.confirmed ? (over ? {} : { action: <a href={`${here}/slutt/${one.id}`}>{w.leave}<span class="ds-sr-only">: {one.organisation.name}</span></a> }) : {
      action: <form method="post" action={path}><input type="hidden" name="handling" value="remove" /><Button small variant="quiet" name="hvilken" value={one.id}>{w.remove}<span class="ds-sr-only">: {one.organisation.name}</span></Button></form>,
    }),
  }
}

const Consents = ({ lang, consents }: { lang: Lang; consents: readonly ConsentChange[] }) => (
  <ul>{consents.map((one) => <li>{formatDateTime(one.at, lang)}: {personWords[lang].consentRow(personWords[lang].parts[one.part], personWords[lang].shownTo[one.shownTo])}</li>)}</ul>
)
