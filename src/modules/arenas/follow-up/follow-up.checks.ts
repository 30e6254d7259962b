import { type SqlBool, sql } from 'kysely'
import { check, type Check } from '../../../platform/item/check.ts'

const buskerud = {
  nb: 'Telemarksforskings evaluering av Partnerskap for næring og kunnskap Buskerud, 2023',
  nn: 'Evalueringa Telemarksforsking gjorde av Partnerskap for næring og kunnskap Buskerud, 2023',
  en: 'Telemarksforsking’s evaluation of the Buskerud partnership for business and knowledge, 2023',
}

export const followUpChecks: readonly Check[] = [
  check({
    id: 'follow-up-overdue', kind: 'follow_up', severity: 2, parts: [], byDate: true,
    fails: ({ today }) => sql<SqlBool>`item.state in ('open', 'on_the_way', 'problem') and own.due_on < ${today}::date`,
    mend: [{ by: 'state', states: ['done', 'dropped'] }, { by: 'field', field: 'due_on' }],
    source: buskerud,
    words: {
      nb: { title: 'Oppgaver over fristen', word: 'over fristen', why: 'Det noen tok på seg i et møte, er det som gjør enighet til handling. Blir det liggende, stopper tråden der.', mend: 'Si at den er gjort, eller avtal en ny frist med den som har den.' },
      nn: { title: 'Oppgåver over fristen', word: 'over fristen', why: 'Det nokon tok på seg i eit møte, er det som gjer semje til handling. Blir det liggjande, stoppar tråden der.', mend: 'Sei at ho er gjord, eller avtal ein ny frist med den som har ho.' },
      en: { title: 'Overdue tasks', word: 'overdue', why: 'What somebody took upon them in a meeting is what turns agreement into action. If it lies, the thread stops there.', mend: 'Say that it is done, or agree on a new date with the one who has it.' },
    },
  }),
  check({
    id: 'follow-up-without-owner', kind: 'follow_up', severity: 2, parts: [],
    fails: () => sql<SqlBool>`item.state in ('open', 'on_the_way', 'problem') and own.responsible_id is null and not exists (select from item_organisation o where o.item_id = item.id and o.role = 'owner')`,
    mend: [{ by: 'owner' }],
    source: buskerud,
    words: {
      nb: { title: 'Oppgaver som ingen har', word: 'ingen har den', why: 'En oppgave uten navn blir sjelden gjort, og ingen blir minnet på den.', mend: 'Velg hvem som har den.' },
      nn: { title: 'Oppgåver som ingen har', word: 'ingen har ho', why: 'Ei oppgåve utan namn blir sjeldan gjord, og ingen blir mint på ho.', mend: 'Vel kven som har ho.' },
      en: { title: 'Tasks that nobody has', word: 'nobody has it', why: 'A task without a name is seldom done, and nobody is reminded of it.', mend: 'Choose who has it.' },
    },
  }),
]
