import { type SqlBool, sql } from 'kysely'
import { check, type Check, into, out } from '../../../platform/item/check.ts'
import { bestCases, buskerud, cityRegions, guidancePilot } from '../sources.ts'
import { keptHere } from './elsewhere.store.ts'

/** Nobody asks more of a measure that is done or was given up. */
const underWay = sql<SqlBool>`coalesce(item.state, '') not in ('completed', 'cancelled')`
const kept = sql<SqlBool>`item.state is distinct from 'cancelled'`
const owners = sql<number>`(select count(*) from item_organisation o where o.item_id = item.id and o.role = 'owner')`
const deliversTo = [out('delivers', 'priority_area', 'goal')]
const anchored = [[out('anchored_in', 'plan_document')], [...deliversTo, out('anchored_in', 'plan_document')]]
const ledTo = [out('leads_to', 'result', 'effect')]

/** The two latest rounds that are over and asked about it had no answer. Most have never been asked about, and are soon told from the rest. */
const silentTwice = sql<SqlBool>`exists (select from status_answer answer where answer.item_id = item.id) and (
  select count(*) filter (where latest.sending_id is null) from (
    select answer.sending_id from status_answer answer join status_round round on round.id = answer.round_id
    where answer.item_id = item.id and round.state = 'closed' order by round.due_on desc, round.number desc limit 2) latest) = 2`

export const measureChecks: readonly Check[] = [
  check({
    id: 'status-unanswered', kind: 'measure', severity: 2, parts: ['measure'], byDate: true,
    fails: () => sql<SqlBool>`${underWay} and ${keptHere} and ${silentTwice}`,
    mend: [{ by: 'page', path: 'plan/status', text: { nb: 'Be om status', nn: 'Be om status', en: 'Ask for status' } }, { by: 'owner' }],
    words: {
      nb: { title: 'Tiltak uten svar to ganger på rad', word: 'ikke svart på status', why: 'Når ingen svarer to ganger på rad, er det ofte feil person som blir spurt, eller tiltaket ligger stille.', mend: 'Finn ut hvem som vet hvordan det går, og spør på nytt. Eller skriv inn et svar dere får på telefon.' },
      nn: { title: 'Tiltak utan svar to gonger på rad', word: 'ikkje svart på status', why: 'Når ingen svarer to gonger på rad, er det ofte feil person som blir spurd, eller tiltaket ligg stille.', mend: 'Finn ut kven som veit korleis det går, og spør på nytt. Eller skriv inn eit svar de får på telefon.' },
      en: { title: 'Measures without an answer twice in a row', word: 'status not answered', why: 'When nobody answers twice in a row, the wrong person is often being asked, or the measure is standing still.', mend: 'Find out who knows how it is going, and ask again. Or write in an answer that you get by phone.' },
    },
  }),
  check({
    id: 'measure-without-owner', kind: 'measure', severity: 1, parts: ['measure'],
    fails: () => sql<SqlBool>`${underWay} and not exists (select from item_organisation o where o.item_id = item.id and o.role = 'owner')`,
    mend: [{ by: 'owner' }],
    source: guidancePilot,
    words: {
      nb: { title: 'Tiltak uten eier', word: 'uten eier', why: 'Det som ingen eier, blir lett liggende. Lokalt eierskap går igjen der utviklingsarbeid lykkes.', mend: 'Velg hvem som ser til at det blir gjort.' },
      nn: { title: 'Tiltak utan eigar', word: 'utan eigar', why: 'Det som ingen eig, blir lett liggjande. Lokal eigarskap går att der utviklingsarbeid lukkast.', mend: 'Vel kven som ser til at det blir gjort.' },
      en: { title: 'Measures without an owner', word: 'no owner', why: 'What nobody owns is easily left undone. Local ownership recurs where development work succeeds.', mend: 'Choose who sees to it that it is done.' },
    },
  }),
  check({
    id: 'measure-overdue', kind: 'measure', severity: 1, parts: ['measure'], byDate: true,
    fails: ({ today }) => sql<SqlBool>`${underWay} and ${keptHere} and own.ends_on < ${today}::date`,
    mend: [{ by: 'state', states: ['completed', 'cancelled'] }, { by: 'field', field: 'ends_on' }],
    source: buskerud,
    words: {
      nb: { title: 'Tiltak over fristen', word: 'over fristen', why: 'En plan er til å stole på når den sier hvordan det faktisk gikk. En omfattende plan er vanskelig å følge opp.', mend: 'Si hvordan det gikk, eller sett en ny frist.' },
      nn: { title: 'Tiltak over fristen', word: 'over fristen', why: 'Ein plan er til å stole på når han seier korleis det faktisk gjekk. Ein omfattande plan er vanskeleg å følgje opp.', mend: 'Sei korleis det gjekk, eller set ein ny frist.' },
      en: { title: 'Measures past their deadline', word: 'overdue', why: 'A plan can be trusted when it says how things actually went. An extensive plan is hard to follow up.', mend: 'Say how it went, or set a new deadline.' },
    },
  }),
  check({
    id: 'measure-without-goal', kind: 'measure', severity: 1, parts: ['measure', 'goal'], end: 'before',
    looks: [deliversTo],
    fails: ({ loose }) => sql<SqlBool>`${kept} and ${loose(deliversTo)}`,
    mend: [{ by: 'tie', hop: deliversTo[0] ?? out('delivers'), make: ['goal'] }],
    source: buskerud,
    words: {
      nb: { title: 'Tiltak uten mål', word: 'uten mål', why: 'Et tiltak som ikke bygger opp om et mål, trekker krefter fra dem som gjør det. Et spisset målbilde gjør det lettere å samle seg.', mend: 'Knytt tiltaket til målet eller innsatsområdet det bygger opp om.' },
      nn: { title: 'Tiltak utan mål', word: 'utan mål', why: 'Eit tiltak som ikkje byggjer opp om eit mål, dreg krefter frå dei som gjer det. Eit spissa målbilete gjer det lettare å samle seg.', mend: 'Knyt tiltaket til målet eller innsatsområdet det byggjer opp om.' },
      en: { title: 'Measures without a goal', word: 'no goal', why: 'A measure that serves no goal draws effort from those that do. Sharper goals make it easier to pull together.', mend: 'Tie the measure to the goal or priority area that it serves.' },
    },
  }),
  check({
    id: 'measure-completed-without-result', kind: 'measure', severity: 2, parts: ['measure', 'result'], end: 'after',
    looks: [ledTo],
    fails: ({ loose }) => sql<SqlBool>`item.state = 'completed' and ${loose(ledTo)}`,
    mend: [{ by: 'tie', hop: ledTo[0] ?? out('leads_to'), make: ['result'] }],
    source: cityRegions,
    words: {
      nb: { title: 'Fullførte tiltak uten resultat', word: 'uten resultat', why: 'Læringen stopper der ingen skriver ned hva som kom ut av det. Kjeden fra læring til handling må være ubrutt.', mend: 'Skriv i én setning hva som ble gjort eller laget.' },
      nn: { title: 'Fullførte tiltak utan resultat', word: 'utan resultat', why: 'Læringa stoppar der ingen skriv ned kva som kom ut av det. Kjeda frå læring til handling må vere ubroten.', mend: 'Skriv i éi setning kva som blei gjort eller laga.' },
      en: { title: 'Completed measures without a result', word: 'no result', why: 'Learning stops where nobody writes down what came of it. The chain from learning to action must be unbroken.', mend: 'Write in one sentence what was done or made.' },
    },
  }),
  check({
    id: 'measure-needs-decision', kind: 'measure', severity: 2, parts: ['measure'],
    fails: () => sql<SqlBool>`${underWay} and ${keptHere} and own.needs_decision is not null`,
    mend: [{ by: 'clear', field: 'needs_decision', text: { nb: 'Det er avgjort', nn: 'Det er avgjort', en: 'It has been decided' } }, { by: 'tie', hop: into('decides', 'decision'), make: ['decision'] }],
    source: bestCases,
    words: {
      nb: { title: 'Tiltak som venter på en avgjørelse', word: 'venter på avgjørelse', why: 'Tiltak stopper når ingen avgjør. Regioner som lykkes, har sterkt samvirke mellom politikk, administrasjon og næringsliv.', mend: 'Ta det opp med den som avgjør. Er det avgjort, si det her.' },
      nn: { title: 'Tiltak som ventar på ei avgjerd', word: 'ventar på avgjerd', why: 'Tiltak stoppar når ingen avgjer. Regionar som lukkast, har sterkt samvirke mellom politikk, administrasjon og næringsliv.', mend: 'Ta det opp med den som avgjer. Er det avgjort, sei det her.' },
      en: { title: 'Measures waiting for a decision', word: 'waits for a decision', why: 'Measures stop when nobody decides. Regions that succeed have a close interplay of politics, administration and business.', mend: 'Take it up with whoever decides. If it has been decided, say so here.' },
    },
  }),
  check({
    id: 'measure-without-deadline', kind: 'measure', severity: 2, parts: ['measure'],
    fails: () => sql<SqlBool>`${underWay} and own.ends_on is null and coalesce(own.recurrence, 'once') = 'once'`,
    mend: [{ by: 'field', field: 'ends_on' }, { by: 'field', field: 'recurrence' }],
    source: buskerud,
    words: {
      nb: { title: 'Tiltak uten frist', word: 'uten frist', why: 'Uten frist er det vanskelig å se om noe er i rute. Det som er lett å følge opp, blir fulgt opp.', mend: 'Sett en frist, eller si at det går løpende.' },
      nn: { title: 'Tiltak utan frist', word: 'utan frist', why: 'Utan frist er det vanskeleg å sjå om noko er i rute. Det som er lett å følgje opp, blir følgt opp.', mend: 'Set ein frist, eller sei at det går løpande.' },
      en: { title: 'Measures without a deadline', word: 'no deadline', why: 'Without a deadline it is hard to see whether things are on course. What is easy to follow up gets followed up.', mend: 'Set a deadline, or say that it is ongoing.' },
    },
  }),
  check({
    id: 'measure-not-anchored', kind: 'measure', severity: 3, parts: ['measure'], needs: ['plan_document'],
    looks: anchored,
    fails: ({ loose }) => sql<SqlBool>`${kept} and own.anchoring_text is null and ${loose(...anchored)}`,
    mend: [{ by: 'tie', hop: out('anchored_in', 'plan_document'), make: ['plan_document'] }],
    source: buskerud,
    words: {
      nb: { title: 'Tiltak uten planforankring', word: 'ikke forankret i plan', why: 'Partnerskapet i Buskerud fikk gjennomført en rekke tiltak som hadde forankring i de regionale planene. Det som er vedtatt, står sterkere.', mend: 'Knytt tiltaket til planen det bygger på.' },
      nn: { title: 'Tiltak utan planforankring', word: 'ikkje forankra i plan', why: 'Partnarskapet i Buskerud fekk gjennomført ei rekkje tiltak som var forankra i dei regionale planane. Det som er vedteke, står sterkare.', mend: 'Knyt tiltaket til planen det byggjer på.' },
      en: { title: 'Measures not anchored in a plan', word: 'not anchored in a plan', why: 'The Buskerud partnership carried out a number of measures that were anchored in the regional plans. What has been adopted stands stronger.', mend: 'Tie the measure to the plan that it builds on.' },
    },
  }),
  check({
    id: 'measure-with-many-owners', kind: 'measure', severity: 3, parts: ['measure'],
    limit: { standard: 1, label: { nb: 'Høyst så mange eiere', nn: 'Høgst så mange eigarar', en: 'At most this many owners' } },
    fails: ({ limit }) => sql<SqlBool>`${underWay} and ${owners} > ${limit}`,
    mend: [{ by: 'owner' }],
    source: bestCases,
    words: {
      nb: { title: 'Tiltak med flere eiere', word: 'flere eiere', why: 'Når flere eier det samme, venter de lett på hverandre. Felles lederskap er ikke det samme som delt ansvar for hver oppgave.', mend: 'Velg én som eier. De andre står som samarbeidspartnere.' },
      nn: { title: 'Tiltak med fleire eigarar', word: 'fleire eigarar', why: 'Når fleire eig det same, ventar dei lett på kvarandre. Felles leiarskap er ikkje det same som delt ansvar for kvar oppgåve.', mend: 'Vel éin som eig. Dei andre står som samarbeidspartnarar.' },
      en: { title: 'Measures with several owners', word: 'several owners', why: 'When several own the same thing they easily wait for each other. Shared leadership is not the same as shared responsibility for each task.', mend: 'Choose one owner. The others become partners.' },
    },
  }),
]
