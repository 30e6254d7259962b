import { type SqlBool, sql } from 'kysely'
import { check, type Check, into } from '../../../platform/item/check.ts'
import { renewalDays } from './standing.ts'

const buskerud = {
  nb: 'Telemarksforskings evaluering av Partnerskap for næring og kunnskap Buskerud, 2023',
  nn: 'Evalueringa Telemarksforsking gjorde av Partnerskap for næring og kunnskap Buskerud, 2023',
  en: 'Telemarksforsking’s evaluation of the Buskerud partnership for business and knowledge, 2023',
}
const replaced = [into('replaces', 'agreement')]
const holds = sql<SqlBool>`item.state in ('agreed', 'in_force')`

export const agreementChecks: readonly Check[] = [
  check({
    id: 'agreement-renewal-due', kind: 'agreement', severity: 2, parts: [], byDate: true, looks: [replaced],
    limit: { standard: renewalDays, label: { nb: 'Dager før fornyelse skal tas opp', nn: 'Dagar før fornying skal takast opp', en: 'Days before renewal is to be taken up' } },
    fails: ({ today, limit, loose }) => sql<SqlBool>`${holds} and own.renew_by <= ${today}::date + ${limit}::int and ${loose(replaced)}`,
    mend: [{ by: 'open' }, { by: 'field', field: 'renew_by' }],
    source: buskerud,
    words: {
      nb: { title: 'Avtaler som må fornyes', word: 'må fornyes', why: 'Et samarbeid som fortsetter uten avtale, hviler på det folk husker. Avklar forventningene på nytt før avtalen går ut.', mend: 'Lag en ny avtale som erstatter denne, eller sett en ny dag.' },
      nn: { title: 'Avtalar som må fornyast', word: 'må fornyast', why: 'Eit samarbeid som held fram utan avtale, kviler på det folk hugsar. Avklar forventningane på nytt før avtalen går ut.', mend: 'Lag ein ny avtale som erstattar denne, eller set ein ny dag.' },
      en: { title: 'Agreements to be renewed', word: 'to be renewed', why: 'Cooperation that goes on without an agreement rests on what people remember. Clarify expectations again before the agreement runs out.', mend: 'Make a new agreement that replaces this one, or set a new day.' },
    },
  }),
  check({
    id: 'agreement-unsigned', kind: 'agreement', severity: 2, parts: [], byDate: true,
    limit: { standard: 60, label: { nb: 'Dager fra dere er enige om teksten til alle har signert', nn: 'Dagar frå de er samde om teksten til alle har signert', en: 'Days from agreeing on the text until all have signed' } },
    fails: ({ today, limit }) => sql<SqlBool>`${holds} and exists (select from agreement_party p where p.item_id = item.id and p.left_on is null and p.signed_on is null
      and greatest(p.joined_on, (select min(e.agreed_on) from agreement_edition e where e.item_id = item.id)) < ${today}::date - ${limit}::int
      and not exists (select from agreement_succession s where s.item_id = item.id and s.to_id = p.organisation_id and s.answer = 'taken_over'))`,
    mend: [{ by: 'open', rest: '/parter' }],
    source: buskerud,
    words: {
      nb: { title: 'Avtaler der noen ikke har signert', word: 'mangler signatur', why: 'Den som ikke har signert, har ikke sagt ja. Når det blir liggende, er ofte forankringen hos parten det som mangler.', mend: 'Spør parten hva som skal til, og registrer signaturen.' },
      nn: { title: 'Avtalar der nokon ikkje har signert', word: 'manglar signatur', why: 'Den som ikkje har signert, har ikkje sagt ja. Når det blir liggjande, er ofte forankringa hos parten det som manglar.', mend: 'Spør parten kva som skal til, og registrer signaturen.' },
      en: { title: 'Agreements that somebody has not signed', word: 'signature missing', why: 'Who has not signed has not said yes. When it is left lying, anchoring with the party is often what is missing.', mend: 'Ask the party what it takes, and register the signature.' },
    },
  }),
]
