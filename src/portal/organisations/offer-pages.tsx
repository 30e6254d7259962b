import { versionField } from '../../platform/http/form.ts'
import { page, type Request } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatDateTime } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import {
  colleaguesOf, type OrganisationHead, insertOffer, type Offer, offerHistory, type OfferPen, type OfferVersion, organisationPath, setOfferRemoved, updateOffer,
} from '../../modules/actors/index.ts'
import { ownWorkspaces } from '../../modules/workspaces/index.ts'
import { Alert, Button, ButtonLink, Details, Form, FormActions, formState, Heading, Lead } from '../../ui/index.ts'
import { offerChangers, offerWriters } from './access.ts'
import { OfferFields, type OfferChoices, offerFormValues, readOfferForm } from './offer-form.tsx'
import { offerWords } from './offer.words.ts'
import { organisationWords } from './organisation.words.ts'

/** Whom and where one may choose; a contact who is named already may stay. */
async function choicesFor(request: Request, organisation: OrganisationHead, pen: OfferPen, offer: Offer | null = null): Promise<OfferChoices> {
  const [people, workspaces] = await Promise.all([
    colleaguesOf(request.db, request.viewer, organisation.id, osloDate(request.now).toString()),
    pen.own ? [] : ownWorkspaces(request.db, request.viewer),
  ])
  const kept = offer?.contact && offer.contactId && !people.some((one) => one.id === offer.contactId) ? [{ id: offer.contactId, name: offer.contact }] : []
  return { people: [...people, ...kept], workspaces: pen.own ? [] : workspaces.filter((one) => pen.workspaceIds.includes(one.id)) }
}

const crumbsTo = (organisation: OrganisationHead, lang: Lang) => [{ text: organisationWords[lang].title, href: '/organisasjoner' }, { text: organisation.name, href: organisationPath(organisation) }]

const writerOf = (request: Request) => ({ personId: request.viewer.person?.id ?? '', at: request.now })

/** Writes something that an organisation can contribute. */
export const newOfferPage = page({
  path: '/organisasjoner/:key{[0-9a-f]+(?:-[a-z0-9-]*)?}/kan-bidra/ny',
  access: offerWriters,
  load: (request, { organisation, pen }) => choicesFor(request, organisation, pen),
  title: (_, { lang }, { organisation, pen }) => (pen.own ? offerWords[lang].newTitle : offerWords[lang].newFor(organisation.name)),
  crumbs: (_, { lang }, { organisation }) => crumbsTo(organisation, lang),
  actions: {
    add: async (work, { request, scope: { organisation, pen }, loaded, raw }) => {
      const read = readOfferForm(raw, request.lang, pen, loaded)
      if ('errors' in read) return { refused: { errors: read.errors } }
      const id = await insertOffer(work.tx, organisation.id, read.content, request.lang, read.workspaceId, writerOf(request))
      if (read.workspaceId) work.record({ workspaceId: read.workspaceId, what: 'offer.added', body: { offer: id, organisation: organisation.id } })
      return { done: { to: `${organisationPath(organisation)}#bidrar`, flash: { text: offerWords[request.lang].saved } } }
    },
  },
  view: (choices, { lang, path }, { organisation, pen }, returned) => {
    const w = offerWords[lang]
    return (
      <>
        <Heading level={1}>{pen.own ? w.newTitle : w.newFor(organisation.name)}</Heading>
        <Lead>{pen.own ? w.leadOwn(organisation.name) : w.leadFor(organisation.name)}</Lead>
        <Form action={path} does="add" submissionKey={crypto.randomUUID()} guard unsaved={returned !== null}>
          <OfferFields lang={lang} state={formState(returned, { hvem: 'partners' })} pen={pen} choices={choices} />
          <FormActions><Button variant="primary">{w.save}</Button><ButtonLink href={organisationPath(organisation)} variant="quiet">{w.cancel}</ButtonLink></FormActions>
        </Form>
      </>
    )
  },
})

/** Changes it or takes it away, with who wrote what below. */
export const changeOfferPage = page({
  path: '/organisasjoner/:key{[0-9a-f]+(?:-[a-z0-9-]*)?}/kan-bidra/:offer{[0-9a-f-]{36}}',
  access: offerChangers,
  load: async (request, { organisation, pen, offer }) => ({ choices: await choicesFor(request, organisation, pen, offer), history: await offerHistory(request.db, request.viewer, offer.id) }),
  title: (_, { lang }) => offerWords[lang].changeTitle,
  crumbs: (_, { lang }, { organisation }) => crumbsTo(organisation, lang),
  actions: {
    change: async (work, { request, scope: { organisation, pen, offer }, loaded, raw }) => {
      const read = readOfferForm(raw, request.lang, pen, loaded.choices)
      if ('errors' in read) return { refused: { errors: read.errors } }
      if (!(await updateOffer(work.tx, offer.id, Number(firstText(raw, versionField)), read.content, request.lang, read.workspaceId, writerOf(request)))) return { refused: 'stale' }
      if (read.workspaceId) work.record({ workspaceId: read.workspaceId, what: 'offer.changed', body: { offer: offer.id, organisation: organisation.id } })
      return { done: { to: `${organisationPath(organisation)}#bidrar`, flash: { text: offerWords[request.lang].changedNow } } }
    },
    remove: async (work, { request, scope: { organisation, offer } }) => {
      const w = offerWords[request.lang]
      if (!(await setOfferRemoved(work.tx, offer.id, true, writerOf(request)))) return { refused: 'stale' }
      if (offer.onBehalfIn) work.record({ workspaceId: offer.onBehalfIn, what: 'offer.removed', body: { offer: offer.id, organisation: organisation.id } })
      return { done: { to: organisationPath(organisation), flash: { text: w.removed, undo: { action: organisationPath(organisation), label: w.undo, fields: { handling: 'restore', hvilken: offer.id } } } } }
    },
  },
  view: ({ choices, history }, { lang, path }, { organisation, pen, offer }, returned) => {
    const w = offerWords[lang]
    return (
      <>
        <Heading level={1}>{w.changeTitle}</Heading>
        <Lead>{pen.own ? w.leadOwn(organisation.name) : w.leadFor(organisation.name)}</Lead>
        {returned?.stale ? <Alert colour="warning" title={w.nowStands}><p>{offer.text}</p><p>{w.conflict}</p></Alert> : null}
        <Form action={path} does="change" submissionKey={crypto.randomUUID()} version={offer.version} guard unsaved={returned !== null}>
          <OfferFields lang={lang} state={formState(returned?.action === 'change' ? returned : null, offerFormValues(offer))} pen={pen} choices={choices} />
          <FormActions><Button variant="primary">{w.save}</Button><ButtonLink href={organisationPath(organisation)} variant="quiet">{w.cancel}</ButtonLink></FormActions>
        </Form>
        <form method="post" action={path}><input type="hidden" name="handling" value="remove" /><p><Button variant="quiet">{w.remove}</Button></p></form>
        <Details summary={w.history}><History lang={lang} history={history} /></Details>
      </>
    )
  },
})

const History = ({ lang, history }: { lang: Lang; history: readonly OfferVersion[] }) => {
  const w = offerWords[lang]
  const behalf = (one: OfferVersion) => (!one.onBehalf ? '' : one.workspace ? w.behalfIn(one.workspace) : w.behalfMark)
  return (
    <ol class="history">
      {history.map((one) => (
        <li>
          <p><strong>{w.version(one.version)}</strong> <span class="hint">{[w.versionBy(one.who ?? w.someone, formatDateTime(one.at, lang)), behalf(one)].filter(Boolean).join(', ')}</span></p>
          <p>{'removed' in one.body ? w.wasRemoved : `${w.kinds[one.body.kind]}: ${one.body.text}`}</p>
        </li>
      ))}
    </ol>
  )
}
