import { isHeldOn } from '../../platform/access/holds.ts'
import { hasRole, membershipsIn, type Viewer } from '../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { page } from '../../platform/http/page.ts'
import { leading } from '../../platform/item/kind.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatDate, formatKroner } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import {
  ensureParty, guessKind, insertOrganisations, nameKey, organisationLink, partiesByName, type PartyRole, partyRoles, perhapsMeant, readOffers, registeredByName, setPartyRoles, suggestionLabel, suggestionNote, suggestionsPath, choosableOrganisations,
} from '../../modules/actors/index.ts'
import { type InWorkspace, type Member, membersOf, roleWords, workspacePath, workspaceReaders } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, chosenField, type Column, Combobox, DataTable, Details, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, Select } from '../../ui/index.ts'
import { successionWords } from '../succession/succession.words.ts'
import { newOrganisationPath } from '../new-organisation/new-organisation.tsx'
import { OffersByOrganisation } from '../organisations/offer-list.tsx'
import { offerWords } from '../organisations/offer.words.ts'
import { type Party, readParties } from './partners.store.ts'
import { peopleWords } from './people.words.ts'
import { partnersWords } from './partners.words.ts'

const tidy = (text: string) => text.replaceAll('\0', '').trim().replace(/\s+/g, ' ')

/** Whether the name may mean somebody who is there already: then it is asked, not guessed. */
async function isAsked(db: Reader, viewer: Viewer, { name, parties, example }: { name: string; parties: readonly Party[]; example: boolean }): Promise<boolean> {
  if (parties.some((one) => nameKey(one.name) === nameKey(name))) return false
  if (!example && (await registeredByName(db, [nameKey(name)])).size > 0) return false
  return (await perhapsMeant(db, viewer, name, example)).length > 0
}

/** One of that name, new, although there are others that are called nearly the same. */
const newParty = async (tx: Tx, workspace: { id: string; example: boolean }, name: string) =>
  insertOrganisations(tx, [{ name, kind: guessKind(name), example: workspace.example }])

/** Who takes part, what they own and what they put in. Names of people are for those who take part themselves. */
export const partnersPage = page({
  path: '/arbeidsrom/:workspace/partnere',
  styles: ['organisations.page.css'],
  access: workspaceReaders,
  load: async (request, { workspace }: InWorkspace) => {
    const { db, viewer, now } = request
    const today = osloDate(now).toString()
    const member = membershipsIn(viewer, workspace.id).length > 0
    const leads = workspace.state === 'active' && hasRole(viewer, workspace.id, ...leading)
    const asked = leads ? tidy(request.query.get('finn') ?? '') : ''
    const [parties, members, perhaps] = await Promise.all([
      readParties(db, viewer, workspace.id), member ? membersOf(db, workspace.id) : [], asked ? perhapsMeant(db, viewer, asked, workspace.example) : [],
    ])
    const { offers } = await readOffers(db, viewer, today, { organisationIds: parties.filter((one) => one.role !== 'mentioned').map((one) => one.id) })
    return { parties, offers: offers.filter((one) => one.onBehalfIn === null || one.onBehalfIn === workspace.id), members: members.filter((one) => isHeldOn(one, today)), member, leads, asked, perhaps }
  },
  title: (_, request) => partnersWords[request.lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
  actions: {
    add: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = partnersWords[request.lang]
      if (!loaded.leads) return { refused: 'forbidden' }
      const chosen = await choosableOrganisations(work.tx, request.viewer, [firstText(raw, chosenField('navn'))], workspace.example)
      const names = firstText(raw, 'navn').split(';').map(tidy).filter(Boolean)
      if (names.length === 0) return { refused: { errors: { navn: w.nameMissing } } }
      if (names.some((name) => name.length > 120)) return { refused: { errors: { navn: w.nameLong } } }
      const [only = ''] = names
      if (chosen.length === 0 && names.length === 1 && (await isAsked(work.tx, request.viewer, { name: only, parties: loaded.parties, example: workspace.example }))) {
        return { done: { to: `${workspacePath(workspace, 'partnere')}?finn=${encodeURIComponent(only)}#finn` } }
      }
      if (chosen[0]) {
        if (await ensureParty(work.tx, workspace.id, chosen[0], 'partner', osloDate(request.now).toString())) work.record({ workspaceId: workspace.id, what: 'party.added', body: { organisations: chosen, role: 'partner' } })
        return { done: { to: workspacePath(workspace, 'partnere'), flash: { text: w.added } } }
      }
      const ids = [...(await partiesByName(work.tx, workspace.id, names.slice(0, 100), workspace.example)).values()]
      if ((await setPartyRoles(work.tx, workspace.id, ids, 'partner', osloDate(request.now).toString())) > 0) work.record({ workspaceId: workspace.id, what: 'party.added', body: { organisations: ids, role: 'partner' } })
      return { done: { to: workspacePath(workspace, 'partnere'), flash: { text: w.added } } }
    },
    choose: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = partnersWords[request.lang]
      if (!loaded.leads) return { refused: 'forbidden' }
      const who = firstText(raw, 'hvem')
      if (!loaded.asked || (who !== 'ny' && !loaded.perhaps.some((one) => one.id === who))) return { refused: { errors: { hvem: w.choose } } }
      const [id = who] = who === 'ny' ? await newParty(work.tx, workspace, loaded.asked) : []
      if (await ensureParty(work.tx, workspace.id, id, 'partner', osloDate(request.now).toString())) work.record({ workspaceId: workspace.id, what: 'party.added', body: { organisations: [id], role: 'partner' } })
      return { done: { to: workspacePath(workspace, 'partnere'), flash: { text: w.added } } }
    },
    change: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = partnersWords[request.lang]
      if (!loaded.leads) return { refused: 'forbidden' }
      const party = loaded.parties.find((one) => one.id === firstText(raw, 'hvilken'))
      const role = partyRoles.find((one) => one === firstText(raw, 'rolle'))
      if (!party || !role) return { refused: { errors: { ...(!party && { hvilken: w.choose }), ...(!role && { rolle: w.choose }) } } }
      if ((await setPartyRoles(work.tx, workspace.id, [party.id], role, osloDate(request.now).toString())) > 0) work.record({ workspaceId: workspace.id, what: 'party.changed', body: { organisations: [party.id], role } })
      return { done: { to: workspacePath(workspace, 'partnere'), flash: { text: w.changed } } }
    },
  },
  view: ({ parties, offers, members, member, leads, asked, perhaps }, { lang, path, now }, { workspace }, returned) => {
    const w = partnersWords[lang]
    const state = (action: string) => formState(returned?.action === action ? returned : null)
    const roleName = (role: PartyRole) => w.roles[role]
    const columns: Column<Party>[] = [
      { key: 'name', header: w.name, rowHeader: true, cell: (one) => <a href={organisationLink(one.id)}>{one.name}</a> },
      { key: 'kind', header: w.kind, cell: (one) => w.kinds[one.kind as 'other'] ?? '' },
      { key: 'role', header: w.role, cell: (one) => roleName(one.role) },
      { key: 'owns', header: w.owns, align: 'number', cell: (one) => (one.owns > 0 ? <a href={`${workspacePath(workspace, 'plan')}?organisasjon=${one.id}`}>{one.owns}</a> : '0') },
      { key: 'part', header: w.takesPart, align: 'number', cell: (one) => one.takesPart },
      { key: 'money', header: w.money, align: 'number', cell: (one) => (one.money === null ? '–' : formatKroner(one.money, lang)) },
    ]
    const personColumns: Column<Member>[] = [
      { key: 'person', header: w.person, rowHeader: true, cell: (one) => one.name },
      { key: 'role', header: w.personRole, cell: (one) => roleWords[lang][one.role].name },
      { key: 'organisation', header: w.organisation, cell: (one) => one.organisation ?? '' },
    ]
    const [taking, mentioned] = [parties.filter((one) => one.role !== 'mentioned'), parties.filter((one) => one.role === 'mentioned')]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        {leads ? (
          <div class="actions">
            <ButtonLink href={workspacePath(workspace, 'partnere/inviter')} variant="primary">{peopleWords[lang].invite}</ButtonLink>
            <ButtonLink href={workspacePath(workspace, 'partnere/inviter/organisasjon')}>{peopleWords[lang].inviteOrganisation}</ButtonLink>
            <a href={workspacePath(workspace, 'partnere/invitasjoner')}>{peopleWords[lang].invitations}</a>
            <a href={workspacePath(workspace, 'partnere/personer')}>{peopleWords[lang].manage}</a>
          </div>
        ) : null}
        <DataTable lang={lang} caption={w.parties} columns={columns} rows={taking} empty={<p>{w.noParties}</p>} />
        {mentioned.length > 0 ? <section><DataTable lang={lang} caption={w.mentioned} columns={columns} rows={mentioned} /><p class="hint">{w.mentionedText}</p></section> : null}
        <p><a href={workspacePath(workspace, 'plan/bidrag')}>{w.contributions}</a></p>
        <p class="hint">{w.source(formatDate(osloDate(now), lang))}</p>
        {asked && perhaps.length > 0 ? (
          <section id="finn" aria-labelledby="finn-tittel">
            <Heading level={2} id="finn-tittel">{w.whoIs(asked)}</Heading>
            <ErrorSummary lang={lang} state={state('choose')} />
            <Form action={path} does="choose" submissionKey={crypto.randomUUID()}>
              <RadioGroup
                lang={lang} state={state('choose')} name="hvem" label={w.whoLabel}
                options={[...perhaps.map((one) => ({ value: one.id, label: suggestionLabel(one, lang), hint: suggestionNote(one, lang) })), { value: 'ny', label: w.noneOfThese(asked), hint: w.noneHint }]}
              />
              <FormActions><Button>{w.addButton}</Button></FormActions>
            </Form>
          </section>
        ) : null}
        {leads ? (
          <>
            <Details summary={w.add} open={returned?.action === 'add'}>
              <ErrorSummary lang={lang} state={state('add')} />
              <Form action={path} does="add" submissionKey={crypto.randomUUID()}>
                <Combobox lang={lang} state={state('add')} name="navn" label={w.addName} hint={w.addHint} source={`${suggestionsPath}${workspace.example ? '?eksempel=1' : ''}`} />
                <FormActions><Button>{w.addButton}</Button></FormActions>
              </Form>
              <p><a href={newOrganisationPath}>{w.addByNumber}</a></p>
            </Details>
            {parties.length > 0 ? (
              <Details summary={w.change} open={returned?.action === 'change'}>
                <ErrorSummary lang={lang} state={state('change')} />
                <Form action={path} does="change" submissionKey={crypto.randomUUID()}>
                  <Select lang={lang} state={state('change')} name="hvilken" label={w.which} options={parties.map((one) => ({ value: one.id, label: `${one.name} (${roleName(one.role).toLocaleLowerCase(lang)})` }))} />
                  <Select lang={lang} state={state('change')} name="rolle" label={w.to} options={partyRoles.map((value) => ({ value, label: roleName(value) }))} />
                  <FormActions><Button>{w.changeButton}</Button></FormActions>
                </Form>
              </Details>
            ) : null}
          </>
        ) : null}
        {member ? <section><DataTable lang={lang} caption={w.members} columns={personColumns} rows={members} empty={<p>{w.noMembers}</p>} /></section> : null}
        {member ? <p><a href={workspacePath(workspace, 'partnere/historie')}>{peopleWords[lang].history}</a> · <a href={workspacePath(workspace, 'forlat')}>{peopleWords[lang].leave}</a></p> : null}
        {leads && parties.length > 1 ? <p><a href={workspacePath(workspace, 'partnere/duplikater')}>{w.duplicates}</a> · <a href={workspacePath(workspace, 'partnere/nye-organisasjoner')}>{successionWords[lang].title}</a></p> : null}
        <section>
          <Heading level={2}>{offerWords[lang].partnersTitle}</Heading>
          <p>{offers.length > 0 ? offerWords[lang].partnersLead : offerWords[lang].partnersNone} <a href="/organisasjoner/kan-bidra">{offerWords[lang].seeAll}</a></p>
          {offers.length > 0 ? <Details summary={offerWords[lang].partnersShow(offers.length)}><OffersByOrganisation lang={lang} today={osloDate(now).toString()} offers={offers} level={3} /></Details> : null}
        </section>
      </>
    )
  },
})
