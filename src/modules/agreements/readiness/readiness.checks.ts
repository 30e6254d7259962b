import { type SqlBool, sql } from 'kysely'
import { check, type Check } from '../../../platform/item/check.ts'

const buskerud = {
  nb: 'Telemarksforskings evaluering av Partnerskap for næring og kunnskap Buskerud, 2023',
  nn: 'Evalueringa Telemarksforsking gjorde av Partnerskap for næring og kunnskap Buskerud, 2023',
  en: 'Telemarksforsking’s evaluation of the Buskerud partnership for business and knowledge, 2023',
}

/** The latest round whose answers are shown, in the workspace of the item. */
const latest = sql`(select r.id from expectation_round r where r.workspace_id = item.workspace_id and r.state = 'released' order by r.number desc limit 1)`
/** What somebody expects of another there: of themselves it is nobody's business. */
const expected = sql`select from expectation_statement s join expectation_answer a on a.id = s.answer_id left join expectation_reply p on p.statement_id = s.id
  where a.round_id = ${latest} and s.sent and s.what = 'expects' and s.about_id is distinct from a.organisation_id`
const underWay = sql<SqlBool>`item.state in ('draft', 'agreed')`

/** What the thread check asks of an agreement: that expectations are clarified before it binds anybody. */
export const readinessChecks: readonly Check[] = [
  check({
    id: 'expectation-unanswered', kind: 'agreement', severity: 2, parts: [], byDate: true,
    fails: ({ today }) => sql<SqlBool>`${underWay} and (select r.reply_by from expectation_round r where r.id = ${latest}) < ${today}::date and exists (${expected} and p.id is null)`,
    mend: [{ by: 'page', path: 'forventninger', text: { nb: 'Se hvem som ikke har svart', nn: 'Sjå kven som ikkje har svart', en: 'See who has not replied' } }],
    source: buskerud,
    words: {
      nb: { title: 'Avtaler der forventninger står ubesvart', word: 'forventninger uten svar', why: 'Det ingen har sagt ja eller nei til, kommer opp når avtalen skal holdes. Evalueringen anbefaler å avklare forventningene først.', mend: 'Gi runden ny frist, og få svar fra dem det gjelder.' },
      nn: { title: 'Avtalar der forventningar står utan svar', word: 'forventningar utan svar', why: 'Det ingen har sagt ja eller nei til, kjem opp når avtalen skal haldast. Evalueringa rår til å avklare forventningane først.', mend: 'Gje runden ny frist, og få svar frå dei det gjeld.' },
      en: { title: 'Agreements with expectations that nobody has replied to', word: 'expectations without a reply', why: 'What nobody has said yes or no to comes up when the agreement is to be kept. The evaluation recommends clarifying expectations first.', mend: 'Give the round a new deadline, and get a reply from those concerned.' },
    },
  }),
  check({
    id: 'agreement-signed-before-expectations-met', kind: 'agreement', severity: 2, parts: [],
    // Replies touch no agreement: the night asks again.
    byDate: true,
    fails: () => sql<SqlBool>`item.state <> 'ended' and exists (select from agreement_party y where y.item_id = item.id and y.signed_on is not null and y.left_on is null)
      and not exists (select from readiness_override o where o.workspace_id = item.workspace_id and (o.item_id = item.id or o.item_id is null) and o.step = 'answered' and o.withdrawn_at is null)
      and (${latest} is null or exists (${expected} and (p.id is null or p.reply = 'declined')))`,
    mend: [{ by: 'page', path: 'forventninger', text: { nb: 'Gå til forventningene', nn: 'Gå til forventningane', en: 'Go to the expectations' } }, { by: 'page', path: 'avtaler/veien', text: { nb: 'Si hvorfor på veien til avtalen', nn: 'Sei kvifor på vegen til avtalen', en: 'Say why on the way to the agreement' } }],
    source: buskerud,
    words: {
      nb: { title: 'Avtaler som er signert før forventningene er avklart', word: 'signert først', why: 'En signatur under noe dere ikke er enige om, holder sjelden. Rekkefølgen er forventninger, forankring, tekst, roller og så signatur.', mend: 'Avklar det som står igjen, eller si hvorfor dere gikk videre.' },
      nn: { title: 'Avtalar som er signerte før forventningane er avklara', word: 'signert først', why: 'Ein signatur under noko de ikkje er samde om, held sjeldan. Rekkjefølgja er forventningar, forankring, tekst, roller og så signatur.', mend: 'Avklar det som står att, eller sei kvifor de gjekk vidare.' },
      en: { title: 'Agreements signed before expectations are clarified', word: 'signed first', why: 'A signature under something you do not agree on seldom holds. The order is expectations, anchoring, text, roles, and then signatures.', mend: 'Clarify what is left, or say why you went on.' },
    },
  }),
]
