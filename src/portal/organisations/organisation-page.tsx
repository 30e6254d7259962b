import { page } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { mayChangeOffer, municipalityTiles, offerPen, organisationPath, partyWorkspaces, peopleIn, readOffers, registerFacts, removedOffer, setOfferRemoved, successionsOf } from '../../modules/actors/index.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { isId } from '../../platform/item/id.ts'
import { ButtonLink, Heading, Tag } from '../../ui/index.ts'
import { organisationReaders } from './access.ts'
import { OffersByKind } from './offer-list.tsx'
import { offerWords } from './offer.words.ts'
import { organisationWords } from './organisation.words.ts'
import { History, OrganisationFacts, Place } from './facts.tsx'
import { People, TakesPartIn } from './takes-part.tsx'
import { readTakesPart } from './takes-part.store.ts'

/** An organisation: what it is, what it can contribute, what it takes part in and who works there, as far as the reader may see. */
export const organisationPage = (catalogue: Catalogue) =>
  page({
    path: '/organisasjoner/:key{[0-9a-f]+(?:-[a-z0-9-]*)?}',
    access: organisationReaders,
    listed: true,
    styles: ['organisations.page.css'],
    load: async ({ db, viewer, now }, { organisation }) => {
      const today = osloDate(now).toString()
      const [{ offers }, part, people, partyIn, facts, followed, tiles] = await Promise.all([
        readOffers(db, viewer, today, { organisationIds: [organisation.id] }),
        readTakesPart(db, viewer, organisation.id),
        peopleIn(db, viewer, organisation.id, today),
        viewer.person ? partyWorkspaces(db, organisation.id, today) : [],
        registerFacts(db, organisation.id),
        successionsOf(db, organisation.id),
        organisation.official_number && !organisation.valid_to ? municipalityTiles(db) : [],
      ])
      return { registered: { facts, ...followed, tiles }, offers, part, people, pen: offerPen(viewer, organisation.id, partyIn), today }
    },
    title: (_, __, { organisation }) => organisation.name,
    description: (_, { lang }, { organisation }) => organisationWords[lang].about(organisation.name),
    crumbs: (_, { lang }) => [{ text: organisationWords[lang].title, href: '/organisasjoner' }],
    actions: {
      // What «Angre» asks for, when something that the organisation can contribute was just taken away.
      restore: async (work, { request, scope: { organisation }, loaded: { pen }, raw }) => {
        const id = firstText(raw, 'hvilken')
        const offer = isId(id) ? await removedOffer(work.tx, id) : null
        if (!offer || offer.organisationId !== organisation.id) return { refused: 'missing' }
        if (!mayChangeOffer(pen, offer)) return { refused: 'forbidden' }
        await setOfferRemoved(work.tx, id, false, { personId: request.viewer.person?.id ?? '', at: request.now })
        if (offer.onBehalfIn) work.record({ workspaceId: offer.onBehalfIn, what: 'offer.restored', body: { offer: id, organisation: organisation.id } })
        return { done: { to: `${organisationPath(organisation)}#bidrar`, flash: { text: offerWords[request.lang].restored } } }
      },
    },
    view: ({ registered, offers, part, people, pen, today }, { lang }, { organisation }) => {
      const w = organisationWords[lang]
      return (
        <>
          <p class="kind-line">{w.kinds[organisation.kind as 'other'] ?? ''} {organisation.example ? <Tag>{w.example}</Tag> : null}</p>
          <Heading level={1}>{organisation.name}</Heading>
          {organisation.valid_to ? <p>{w.ended(formatDate(organisation.valid_to, lang))}</p> : null}
          <OrganisationFacts lang={lang} organisation={organisation} registered={registered} />
          <History lang={lang} organisation={organisation} registered={registered} />
          <section>
            <Heading level={2} id="bidrar">{w.offers}</Heading>
            {offers.length > 0 ? <OffersByKind lang={lang} today={today} offers={offers} mayChange={(offer) => mayChangeOffer(pen, offer)} /> : <p>{w.noOffers}</p>}
            {pen ? <p><ButtonLink href={organisationPath(organisation, 'kan-bidra/ny')} variant={pen.own ? 'primary' : 'secondary'}>{pen.own ? w.writeOffer : w.writeFor}</ButtonLink></p> : null}
            <p><a href="/organisasjoner/kan-bidra">{w.allOffers}</a></p>
          </section>
          <TakesPartIn lang={lang} part={part} kind={catalogue.kinds.get('measure')} />
          <People lang={lang} people={people} />
          <Place lang={lang} organisation={organisation} registered={registered} />
        </>
      )
    },
  })
