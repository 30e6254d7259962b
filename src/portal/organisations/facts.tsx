import { formatDate, formatNumber } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { type Followed, type MunicipalityTile, organisationLink, type OrganisationHead, organisationPath, type RegisterFacts } from '../../modules/actors/index.ts'
import { type Fact, Facts, Heading, TileMap } from '../../ui/index.ts'
import { organisationWords } from './organisation.words.ts'

export type Registered = { facts: RegisterFacts | null; before: readonly Followed[]; after: readonly Followed[]; tiles: readonly MunicipalityTile[] }

/** Nine digits in threes, as they are read. */
const inThrees = (orgnr: string): string => orgnr.replace(/(\d{3})(?=\d)/g, '$1\u00a0')

/** The language of a name, for what reads it aloud: the register says `no` for both written forms. */
const langOf = (language: string) => (language === 'no' ? 'nb' : language)

/** What is known of an organisation from the registers. Nothing is said of what is not known. */
export const OrganisationFacts = ({ lang, organisation, registered: { facts } }: { lang: Lang; organisation: OrganisationHead; registered: Registered }) => {
  const w = organisationWords[lang]
  const others = facts?.names.filter((one) => one.to === null && one.form === 'place' && one.language !== 'no') ?? []
  const former = facts?.numbers.filter((one) => one.number !== organisation.official_number) ?? []
  const list: Fact[] = [
    ...(organisation.official_number ? [{ term: organisation.official_number.length === 2 ? w.countyNumber : w.municipalityNumber, value: organisation.official_number }] : []),
    ...(former.length > 0 ? [{ term: w.formerNumbers, value: former.map((one) => one.number).join(', ') }] : []),
    ...(organisation.orgnr ? [{ term: w.orgnr, value: inThrees(organisation.orgnr) }] : []),
    ...(organisation.place ? [{ term: w.place, value: organisation.place }] : []),
    ...(organisation.web ? [{ term: w.web, value: <a href={organisation.web} rel="nofollow noopener">{new URL(organisation.web).host}</a> }] : []),
    ...(facts?.county ? [{ term: w.county, value: <a href={organisationLink(facts.county.id)}>{facts.county.name}</a> }] : []),
    ...(others.length > 0 ? [{ term: w.otherNames, value: <>{others.map((one, i) => <>{i > 0 ? ', ' : ''}<span lang={langOf(one.language)}>{one.name}</span></>)}</> }] : []),
    ...(facts?.population ? [{ term: w.population, value: <>{w.populationText(formatNumber(facts.population.people, lang), facts.population.year)} <span class="hint">{w.source(facts.population.source)}</span></> }] : []),
  ]
  return list.length > 0 ? <Facts facts={list} /> : null
}

/** Whom it followed and who followed it, what it was called and numbered: oldest first. */
export const History = ({ lang, organisation, registered: { facts, before, after } }: { lang: Lang; organisation: OrganisationHead; registered: Registered }) => {
  const w = organisationWords[lang]
  const link = (one: Followed) => <a href={organisationLink(one.id)}>{one.name}</a>
  const day = (date: string) => formatDate(date, lang)
  const sentence = (text: (who: string, on: string) => string, one: Followed) => {
    const [first = '', last = ''] = text('\n', day(one.on)).split('\n')
    return <>{first}{link(one)}{last}</>
  }
  const until = (to: string) => w.until(day(to))
  const happened = [
    ...before.map((one) => ({ on: one.on, text: sentence(one.how === 'merge' ? w.merged : one.how === 'split' ? w.splitFrom : w.renamedFrom, one) })),
    ...after.map((one) => ({ on: one.on, text: sentence(one.how === 'merge' ? w.becameMerged : one.how === 'split' ? w.splitInto : w.renamedTo, one) })),
    ...(facts?.numbers ?? []).flatMap((one) => (one.to && one.number !== organisation.official_number ? [{ on: one.to, text: <>{w.numbered(one.number, until(one.to))}</> }] : [])),
    ...(facts?.names ?? []).flatMap((one) => (one.to && one.form === 'official' && one.name !== organisation.name ? [{ on: one.to, text: <>{w.named(one.name, until(one.to))}</> }] : [])),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  if (happened.length === 0) return null
  return (
    <section>
      <Heading level={2}>{w.history}</Heading>
      <ul class="happened">{happened.map((one) => <li>{one.text}</li>)}</ul>
    </section>
  )
}

/** Where it is: the municipality among those of its county, or the county's municipalities. */
export const Place = ({ lang, organisation, registered: { facts, tiles } }: { lang: Lang; organisation: OrganisationHead; registered: Registered }) => {
  const w = organisationWords[lang]
  const own = tiles.find((one) => one.id === organisation.id)
  const countyId = own?.countyId ?? (organisation.kind === 'county' ? organisation.id : null)
  const inCounty = tiles.filter((one) => one.countyId === countyId)
  const [some] = inCounty
  if (!facts || !some) return null
  const title = own ? w.mapOf(own.place, own.county) : w.mapOfCounty(some.county)
  return (
    <TileMap
      lang={lang} id="kart" title={title} description={w.mapText}
      tiles={tiles.map(({ id, x, y, place, number, countyId: county }) => ({
        id, x, y, label: place, state: id === organisation.id ? 'main' as const : county === countyId ? 'marked' as const : 'plain' as const,
        ...(county === countyId && id !== organisation.id && { href: organisationPath({ id, name: place, kind: 'municipality', official_number: number, orgnr: null }) }),
      }))}
      legend={own ? { main: own.place, marked: w.othersIn(own.county) } : { marked: w.municipalitiesIn(some.county) }}
      frame="all"
    />
  )
}
