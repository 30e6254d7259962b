import { kind, leading } from '../../../platform/item/kind.ts'

/** A knot on the thread: somebody with the right to do so decided something about any other item. */
export const decision = kind({
  name: 'decision',
  table: 'decision',
  segment: 'vedtak',
  under: 'arenaer',
  writers: leading,
  words: {
    nb: {
      one: 'vedtak', many: 'vedtak', title: 'Vedtak', new: 'Nytt vedtak',
      titleLabel: 'Hva er vedtatt, eller hva må avgjøres?', titleHint: 'Én setning som kan leses alene.',
      empty: 'Ingen vedtak ennå. Et vedtak er en knute på tråden: noen har bestemt noe om et mål, et innsatsområde eller et tiltak.',
    },
    nn: {
      one: 'vedtak', many: 'vedtak', title: 'Vedtak', new: 'Nytt vedtak',
      titleLabel: 'Kva er vedteke, eller kva må avgjerast?', titleHint: 'Éi setning som kan lesast åleine.',
      empty: 'Ingen vedtak enno. Eit vedtak er ein knute på tråden: nokon har bestemt noko om eit mål, eit innsatsområde eller eit tiltak.',
    },
    en: {
      one: 'decision', many: 'decisions', title: 'Decisions', new: 'New decision',
      titleLabel: 'What was decided, or has to be?', titleHint: 'One sentence that can be read alone.',
      empty: 'No decisions yet. A decision is a knot on the thread: somebody has decided something about a goal, a priority area or a measure.',
    },
  },
  stateLabel: { nb: 'Hvor langt er saken?', nn: 'Kor langt er saka?', en: 'How far has it come?' },
  states: {
    needed: { text: { nb: 'Må avgjøres', nn: 'Må avgjerast', en: 'To be decided' }, tone: 'watch' },
    decided: { text: { nb: 'Vedtatt', nn: 'Vedteke', en: 'Decided' }, tone: 'neutral' },
    followed_up: { text: { nb: 'Fulgt opp', nn: 'Følgt opp', en: 'Followed up' }, tone: 'holds' },
  },
  fields: {
    wording: { type: 'longText', label: { nb: 'Ordlyd', nn: 'Ordlyd', en: 'Wording' } },
    decided_by: { type: 'text', label: { nb: 'Hvem avgjør?', nn: 'Kven avgjer?', en: 'Who decides?' }, hint: { nb: 'For eksempel styringsgruppa eller fylkestinget.', nn: 'Til dømes styringsgruppa eller fylkestinget.', en: 'For example the steering group or the county council.' }, inLists: true },
    decided_on: { type: 'date', label: { nb: 'Dato', nn: 'Dato', en: 'Date' }, inLists: true },
    case_number: { type: 'text', max: 60, label: { nb: 'Saksnummer', nn: 'Saksnummer', en: 'Case number' } },
    follow_up: { type: 'longText', label: { nb: 'Hvordan følges det opp?', nn: 'Korleis blir det følgt opp?', en: 'How is it followed up?' } },
    due_on: { type: 'date', label: { nb: 'Frist for oppfølging', nn: 'Frist for oppfølging', en: 'To be followed up by' } },
    owner: { type: 'organisations', role: 'owner', label: { nb: 'Hvem følger opp?', nn: 'Kven følgjer opp?', en: 'Who follows up?' } },
  },
})
