import { describe, expect, it } from 'vitest'
import { numberAmount, readAmount } from './cost.ts'
import { splitNumber } from './numbering.ts'
import { labelledNames, mainOf, splitNames } from './organisations.ts'
import { readStatus } from './status.ts'

describe('readAmount', () => {
  it.each([
    ['500 000', undefined, 500_000], ['500.000', undefined, 500_000], ['500000', undefined, 500_000], ["500'", undefined, 500_000], ['500’', undefined, 500_000],
    ['0,5 mill', undefined, 500_000], ['kr 1,2 mill.', undefined, 1_200_000], ['1,2 mill. kr', undefined, 1_200_000], ['500', 1000, 500_000], ['ca. 500', 1000, 500_000],
    ['2,5', 1_000_000, 2_500_000], ['500 000 kr', 1000, 500_000], ['25 000 kr', undefined, 25_000], ['250 000,-', undefined, 250_000], ['kr 75.000,-', undefined, 75_000],
    ['1,5 mnok', undefined, 1_500_000], ['200 tkr', undefined, 200_000], ['300k', undefined, 300_000], ['1 200', 1000, 1_200_000],
    ['tkr 350', undefined, 350_000], ['kr 2 500 000,00', undefined, 2_500_000], ['450 000 kr i 2026', undefined, 450_000],
  ] as const)('«%s» in units of %s is %d', (text, unit, kroner) => {
    expect(readAmount(text, unit)?.kroner).toBe(kroner)
  })
  it.each(['avklares', 'Innenfor ramme', '1-2 mill', '500 000 per år', '100 000 + 200 000', '50 %', '2 årsverk?', '-', '10 til 20 mill', '50 000 (2026), 100 000 (2027)', '2 mill fra fylket og 1 mill fra NAV'])('«%s» is no amount', text => {
    const found = readAmount(text, undefined)
    expect(found === undefined || found.keepText).toBe(true)
  })
  it('reads a number by the unit of its heading', () => expect(numberAmount(1.5, 1_000_000)).toBe(1_500_000))
})

describe('readStatus', () => {
  it.each([
    ['Ikke startet', 'not_started'], ['Ikkje starta', 'not_started'], ['Ikke påbegynt', 'not_started'], ['Planlagt', 'not_started'], ['Not started', 'not_started'], ['0 %', 'not_started'],
    ['I gang', 'in_progress'], ['igang', 'in_progress'], ['Pågår', 'in_progress'], ['Påbegynt', 'in_progress'], ['Under arbeid', 'in_progress'], ['I rute', 'in_progress'], ['75%', 'in_progress'], ['Delvis gjennomført', 'in_progress'], ['I gang. Første samling var i mai', 'in_progress'],
    ['Forsinket', 'delayed'], ['Forseinka', 'delayed'], ['I gang, men forsinket', 'delayed'], ['Utsatt', 'delayed'],
    ['Ferdig', 'completed'], ['Fullført', 'completed'], ['Gjennomført', 'completed'], ['Avslutta', 'completed'], ['100 %', 'completed'], ['Done', 'completed'], ['Gjennomført i 2024', 'completed'],
    ['Ferdigstilles 2027', null], ['Fullføres i 2026', null], ['Ferdig innen 2027', null], ['OK', null],
    ['Utgår', 'cancelled'], ['Avlyst', 'cancelled'], ['Stoppa', 'cancelled'],
    ['Grønn', null], ['Gul', null], ['På vent', null], ['Ikke gjennomført', null], ['Ikke ferdig', null], ['', null], ['?', null], ['Gjennomført i 2024, videreføres', null], ['Arbeidet med dette har tatt lengre tid enn vi trodde', null],
  ] as const)('«%s» is %s', (text, status) => expect(readStatus(text)).toBe(status))
})

describe('splitNames', () => {
  it.each([
    ['Hamar kommune, NAV', ['Hamar kommune', 'NAV']],
    ['Fylkeskommunen/kommunene', ['Fylkeskommunen', 'kommunene']],
    ['NHO og LO', ['NHO', 'LO']],
    ['Næring og utvikling', ['Næring og utvikling']],
    ['Kultur, idrett og frivillighet', ['Kultur, idrett og frivillighet']],
    ['Møre og Romsdal fylkeskommune', ['Møre og Romsdal fylkeskommune']],
    ['Møre og Romsdal fylkeskommune og Molde kommune', ['Møre og Romsdal fylkeskommune', 'Molde kommune']],
    ['NAV, Nore og Uvdal kommune og Innovasjon Norge', ['NAV', 'Nore og Uvdal kommune', 'Innovasjon Norge']],
    ['Plan- og bygningsavdelingen', ['Plan- og bygningsavdelingen']],
    ['Hamar kommune (leder, sekretær)\nNAV', ['Hamar kommune (leder, sekretær)', 'NAV']],
    ['Kommunene; NAV; Statsforvalteren', ['Kommunene', 'NAV', 'Statsforvalteren']],
    ['Ringerike og Hole kommuner', ['Ringerike og Hole kommuner']],
    ['• Kommunen\n• Frivilligsentralen', ['Kommunen', 'Frivilligsentralen']],
    ['Kommune og/eller fylke', ['Kommune og/eller fylke']],
    ['Rådgiver, Eksempel kommune', ['Rådgiver, Eksempel kommune']],
    ['Helse, Velferd og Mestring', ['Helse, Velferd og Mestring']],
    ['Hamar, Stange og Løten', ['Hamar', 'Stange', 'Løten']],
    ['Bygland, Evje og Hornnes', ['Bygland', 'Evje og Hornnes']],
    ['Politiet, NAV og skolene', ['Politiet', 'NAV', 'skolene']],
    ['Vestland FK og NAV', ['Vestland FK', 'NAV']],
    ['1) NAV 2) KS', ['NAV', 'KS']],
    ['NAV – KS – LO', ['NAV', 'KS', 'LO']],
    ['Næringshagen AS/SA', ['Næringshagen AS/SA']],
  ])('«%s»', (text, names) => expect(splitNames(text).names).toEqual(names))
  it('says when it is not sure', () => {
    expect(splitNames('Hamar, Stange og Løten kommuner').unsure).toBe(true)
    expect(splitNames('Sogndal og Luster').unsure).toBe(true)
    expect(splitNames('Oppvekst og kultur').unsure).toBe(false)
    expect(splitNames('Hamar kommune').unsure).toBe(false)
  })
  it('reads labels in a cell', () => {
    expect(labelledNames('Ansvarlig: X, Y. Samarbeid: Z')).toEqual({ owners: 'X, Y', partners: 'Z', rest: '' })
    expect(labelledNames('Fylket i samarbeid med kommunene')).toEqual({ owners: 'Fylket', partners: 'kommunene', rest: '' })
  })
  it('knows the one with the main responsibility', () => {
    expect(mainOf(['NAV', 'Fylkeskommunen (hovedansvar)'])).toEqual({ main: ['Fylkeskommunen'], others: ['NAV'] })
  })
})

describe('splitNumber', () => {
  it.each([
    ['1.1.2 Etablere', '1.1.2', 'Etablere'], ['1. Etablere', '1', 'Etablere'], ['a) Etablere', 'a', 'Etablere'], ['T3: Etablere', 'T3', 'Etablere'], ['Tiltak 4: Etablere', '4', 'Etablere'], ['1) Etablere', '1', 'Etablere'],
    ['E18 Vestkorridoren', null, 'E18 Vestkorridoren'], ['2 nye møteplasser', null, '2 nye møteplasser'], ['1.1.2026 starter ruten', null, '1.1.2026 starter ruten'], ['24/7-tilbud', null, '24/7-tilbud'], ['1. juni starter ruten', null, '1. juni starter ruten'],
  ])('«%s»', (text, number, title) => expect(splitNumber(text)).toEqual({ number, title }))
})
