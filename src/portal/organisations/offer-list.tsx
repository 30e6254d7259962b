import { formatDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { type Offer, offerKinds, organisationPath } from '../../modules/actors/index.ts'
import { Heading, Prose, Tag } from '../../ui/index.ts'
import { OfferShape } from './offer-shape.tsx'
import { offerWords } from './offer.words.ts'

type Props = { lang: Lang; today: string; offers: readonly Offer[]; /** Those that the reader may change. */ mayChange?: (offer: Offer) => boolean }

/** When it holds, whom to ask, who wrote it and for whom. */
const About = ({ lang, today, offer }: { lang: Lang; today: string; offer: Offer }) => {
  const w = offerWords[lang]
  const period = [offer.startsOn ? w.from(formatDate(offer.startsOn, lang)) : '', offer.endsOn ? w.to(formatDate(offer.endsOn, lang)) : ''].filter(Boolean).join(' ')
  const over = offer.endsOn !== null && offer.endsOn < today
  return (
    <p class="hint">
      {[period, over ? w.over : '', offer.audience === 'public' ? w.forAll : w.forPartners].filter(Boolean).join(' · ')}
      {offer.contact && offer.contactId ? <> · <a href={`/personer/${offer.contactId}`}>{w.contact(offer.contact)}</a></> : null}
      {offer.onBehalfIn ? <> · {w.onBehalf(offer.organisation.name)}</> : null}
    </p>
  )
}

/** One organisation's offers, by kind. */
export const OffersByKind = ({ lang, today, offers, mayChange = () => false }: Props) => (
  <ul class="offers">
    {offerKinds.flatMap((kind) => offers.filter((offer) => offer.kind === kind)).map((offer) => (
      <li>
        <p class="offer-kind"><OfferShape kind={offer.kind} /> {offerWords[lang].kinds[offer.kind]}</p>
        <div class="offer-text"><Prose text={offer.text} lang={offer.language === lang ? undefined : offer.language} /></div>
        <About lang={lang} today={today} offer={offer} />
        {mayChange(offer) ? <p><a href={organisationPath(offer.organisation, `kan-bidra/${offer.id}`)}>{offerWords[lang].change}<span class="ds-sr-only">: {offer.text.slice(0, 80)}</span></a></p> : null}
      </li>
    ))}
  </ul>
)

/** Several organisations' offers, under each one's name. */
export const OffersByOrganisation = ({ lang, today, offers, level }: Props & { level: 2 | 3 }) => (
  <>
    {[...Map.groupBy(offers, (offer) => offer.organisation.id).values()].map((own) => {
      const organisation = own[0]?.organisation
      return organisation ? (
        <section class="offer-group">
          <Heading level={level}><a href={organisationPath(organisation)}>{organisation.name}</a></Heading>
          {organisation.example ? <p><Tag>{{ nb: 'Eksempel', nn: 'Døme', en: 'Example' }[lang]}</Tag></p> : null}
          <OffersByKind lang={lang} today={today} offers={own} />
        </section>
      ) : null
    })}
  </>
)
