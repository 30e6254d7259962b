import { arena, matter, meeting } from '../../../modules/arenas/index.ts'
import type { Calendar } from '../calendar.ts'
import { type Entry, tie, ties } from '../entry.ts'

/**
 * Six arenas: two that have not had contact for too long, a report that never came, one that stands alone; and a matter that went through three of them and
 * became a measure.
 */
export const arenas = (t: Calendar): Entry[] => [
  {
    key: 'A-politisk', kind: arena, day: 430, title: 'Politisk referansegruppe', fields: { level: 'political', purpose: 'Politikerne får vite hvordan det går, og sier fra før prioriteringene endres.', mandate: 'Gir råd. Vedtar ikke.', rhythm: 'To ganger i året', owner: ['fylket'] },
    members: [{ organisation: 'fylket', role: 'leader' }, { organisation: 'lia', role: 'member' }, { organisation: 'elvestad', role: 'member' }],
  },
  {
    key: 'A-partnerskap', kind: arena, day: 545, title: 'Partnerskapsmøtet', fields: { level: 'administrative', purpose: 'Alle partnere samles og velger hva de skal gjøre sammen.', mandate: 'Vedtar handlingsplanen og nye tiltak.', rhythm: 'Tre ganger i året', meets_every_days: 150, owner: ['fylket'] },
    members: [{ organisation: 'fylket', role: 'leader' }, { organisation: 'hogskolen', role: 'deputy_leader' }, { organisation: 'elvestad', role: 'member' }, { organisation: 'lia', role: 'member' }, { organisation: 'storelv', role: 'member' }, { organisation: 'naeringsforeningen', role: 'member' }],
    intended: [{ to: 'A-politisk', type: 'reports', everyDays: 200, since: t.ago(300), note: 'Etter hvert partnerskapsmøte.' }],
  },
  {
    key: 'A-utvalg', kind: arena, day: 545, title: 'Arbeidsutvalget', fields: { level: 'administrative', purpose: 'Forbereder partnerskapsmøtene og følger opp mellom dem.', mandate: 'Avgjør saker under 500 000 kroner.', rhythm: 'Hver måned', meets_every_days: 45, owner: ['fylket'] },
    members: [{ organisation: 'fylket', role: 'secretary' }, { organisation: 'hogskolen', role: 'member' }, { organisation: 'naeringsforeningen', role: 'member' }],
    intended: [{ to: 'A-partnerskap', type: 'prepares', everyDays: 120, since: t.ago(300) }],
  },
  {
    key: 'A-kompetanse', kind: arena, day: 400, title: 'Faggruppe for kompetanse', fields: { level: 'professional', purpose: 'De som jobber med kompetanse til daglig, løfter det de ikke får løst alene.', rhythm: 'Annenhver måned', owner: ['hogskolen'] },
    members: [{ organisation: 'hogskolen', role: 'leader' }, { organisation: 'fagskolen', role: 'member' }, { organisation: 'arbeidskontoret', role: 'member' }],
    intended: [{ to: 'A-utvalg', type: 'prepares', everyDays: 60, since: t.ago(300) }, { to: 'A-industri', type: 'exchanges', everyDays: 90, since: t.ago(200) }],
  },
  {
    key: 'A-industri', kind: arena, day: 400, title: 'Faggruppe for grønn industri', fields: { level: 'professional', purpose: 'Kraft, areal og restråstoff, på tvers av kommunene.', rhythm: 'Annenhver måned', owner: ['klyngen'] },
    members: [{ organisation: 'klyngen', role: 'leader' }, { organisation: 'elvestad', role: 'member' }, { organisation: 'gronnvik', role: 'member' }],
    intended: [{ to: 'A-utvalg', type: 'prepares', everyDays: 60, since: t.ago(300) }],
  },
  { key: 'A-konferanse', kind: arena, day: 360, title: 'Næringskonferansen', fields: { level: 'open', purpose: 'Bedriftene treffer hverandre og partnerskapet.', rhythm: 'Hver høst', owner: ['naeringsforeningen'] }, members: [{ organisation: 'naeringsforeningen', role: 'leader' }] },

  { key: 'Møte-AU', kind: meeting, day: 66, title: 'Møte i arbeidsutvalget', state: 'approved', fields: { held_on: t.ago(58), starts_at: '09:00', ends_at: '11:00', venue: 'Fylkeshuset' }, ties: ties('held_in', 'A-utvalg') },
  { key: 'Møte-PM', kind: meeting, day: 54, title: 'Partnerskapsmøte', state: 'approved', fields: { held_on: t.ago(26), starts_at: '10:00', ends_at: '15:00', venue: 'Høgskolen i Eksempelfylket' }, ties: ties('held_in', 'A-partnerskap') },

  {
    key: 'S-ki', kind: matter, day: 95, title: 'Små bedrifter trenger opplæring i kunstig intelligens', fields: { background: 'Tre partnere har fått det samme spørsmålet fra bedriftene.', proposal: 'Høgskolen lager et felles tilbud sammen med næringsforeningen.', raised_on: t.ago(95), owner: ['hogskolen'] },
    steps: [
      { day: 95, what: 'raised', to: 'A-kompetanse' }, { day: 80, what: 'prepared', note: 'Fagskolen har regnet på et kurs over tre kvelder.' },
      { day: 70, what: 'forwarded', to: 'A-utvalg', note: 'Faggruppa kan ikke bruke penger på det.' }, { day: 58, what: 'handled', meeting: 'Møte-AU' }, { day: 57, what: 'forwarded', to: 'A-partnerskap' },
      { day: 26, what: 'decided', meeting: 'Møte-PM', note: 'Høgskolen tar det på seg.', by: 'leder' },
    ],
  },
  {
    key: 'S-leie', kind: matter, day: 61, title: 'Garanti for leieinntektene i utleieboligene', fields: { background: 'Utbyggeren trekker seg uten garanti.', raised_on: t.ago(61), wanted_by: t.end(1), owner: ['elvestad'] }, ties: [tie('handles', '1.2.2')],
    steps: [{ day: 61, what: 'raised', to: 'A-utvalg' }, { day: 40, what: 'forwarded', to: 'A-partnerskap', note: 'Kommunene må si ja først.' }],
  },
  {
    key: 'S-kraft', kind: matter, day: 160, title: 'Hvem betaler for kraftkartet etter første år?', fields: { background: 'Kartet er laget for prosjektpenger som tar slutt.', raised_on: t.ago(160), owner: ['klyngen'] },
    steps: [{ day: 160, what: 'raised', to: 'A-industri' }, { day: 110, what: 'forwarded', to: 'A-utvalg' }],
  },
  {
    key: 'S-fagbrev', kind: matter, day: 45, title: 'Industrien mangler instruktører til fagbrev på jobb', fields: { background: 'Faggruppa for kompetanse finner ikke instruktører alene.', raised_on: t.ago(45), owner: ['fagskolen'] },
    steps: [{ day: 45, what: 'raised', to: 'A-kompetanse' }, { day: 33, what: 'forwarded', to: 'A-industri', note: 'Dere kjenner bedriftene.' }],
  },
  {
    key: 'S-karriere', kind: matter, day: 50, title: 'Karriereveiledningen trenger felles åpningstider', fields: { background: 'De to kontorene har åpent på ulike dager.', raised_on: t.ago(50), owner: ['arbeidskontoret'] },
    steps: [{ day: 50, what: 'raised', to: 'A-kompetanse' }, { day: 30, what: 'forwarded', to: 'A-utvalg' }, { day: 22, what: 'returned', note: 'Dette kan faggruppa avgjøre selv.' }],
  },
]
