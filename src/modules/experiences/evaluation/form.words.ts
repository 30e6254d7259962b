import { texts } from '../../../platform/text/texts.ts'
import type { PartnerType, Statement, Topic } from './form.ts'

/** The form itself: its statements, the scale in words, and what is asked for at the end. */
export const formWords = texts({
  nb: {
    statements: {
      understanding: 'Vi har en felles forståelse av hva som er utfordringene her.',
      acquaintance: 'Vi kjenner hverandre og de andre organisasjonene bedre enn før.',
      measures: 'Samarbeidet gir konkrete tiltak som blir gjennomført.',
      coordination: 'Vi samordner virkemidler og prioriteringer når det lønner seg.',
      leadership: 'Ledelse og sekretariat gjør det lett å delta og få noe gjort.',
      connections: 'Det som tas opp på én møteplass, kommer fram til de andre og blir fulgt opp.',
      focus: 'Vi har få nok mål og tiltak til å holde oversikt og følge opp.',
    },
    short: {
      understanding: 'Felles forståelse', acquaintance: 'Kjenner hverandre', measures: 'Konkrete tiltak', coordination: 'Samordning av virkemidler', leadership: 'Ledelse og sekretariat', connections: 'Koblinger mellom møteplassene', focus: 'Spisset målbilde',
      own_1: 'Eget spørsmål 1', own_2: 'Eget spørsmål 2', own_3: 'Eget spørsmål 3', go_on: 'Hva bør fortsette?', change: 'Hva bør endres?', advice: 'Råd til dem som starter den neste møteplassen',
    },
    questions: { go_on: 'Hva bør fortsette som nå?', change: 'Hva bør endres?', advice: 'Hvilket råd vil du gi dem som starter den neste møteplassen?' },
    scores: { 0: 'Vet ikke', 1: 'Helt uenig', 2: 'Litt uenig', 3: 'Verken eller', 4: 'Litt enig', 5: 'Helt enig' },
    word: 'Vil du si mer?',
    types: { municipality: 'Kommuner', county: 'Fylkeskommunen', state: 'Staten', academia: 'Akademia', business: 'Næringsliv', volunteers: 'Frivillige', region: 'Regionråd', other: 'Andre', left: 'De som har sluttet' },
  },
  nn: {
    statements: {
      understanding: 'Vi har ei felles forståing av kva som er utfordringane her.',
      acquaintance: 'Vi kjenner kvarandre og dei andre organisasjonane betre enn før.',
      measures: 'Samarbeidet gjev konkrete tiltak som blir gjennomførte.',
      coordination: 'Vi samordnar verkemiddel og prioriteringar når det løner seg.',
      leadership: 'Leiing og sekretariat gjer det lett å delta og få noko gjort.',
      connections: 'Det som blir teke opp på éin møteplass, kjem fram til dei andre og blir følgt opp.',
      focus: 'Vi har få nok mål og tiltak til å halde oversikt og følgje opp.',
    },
    short: {
      understanding: 'Felles forståing', acquaintance: 'Kjenner kvarandre', measures: 'Konkrete tiltak', coordination: 'Samordning av verkemiddel', leadership: 'Leiing og sekretariat', connections: 'Koplingar mellom møteplassane', focus: 'Spissa målbilete',
      own_1: 'Eige spørsmål 1', own_2: 'Eige spørsmål 2', own_3: 'Eige spørsmål 3', go_on: 'Kva bør halde fram?', change: 'Kva bør endrast?', advice: 'Råd til dei som startar den neste møteplassen',
    },
    questions: { go_on: 'Kva bør halde fram som no?', change: 'Kva bør endrast?', advice: 'Kva råd vil du gje dei som startar den neste møteplassen?' },
    scores: { 0: 'Veit ikkje', 1: 'Heilt usamd', 2: 'Litt usamd', 3: 'Verken eller', 4: 'Litt samd', 5: 'Heilt samd' },
    word: 'Vil du seie meir?',
    types: { municipality: 'Kommunar', county: 'Fylkeskommunen', state: 'Staten', academia: 'Akademia', business: 'Næringsliv', volunteers: 'Frivillige', region: 'Regionråd', other: 'Andre', left: 'Dei som har slutta' },
  },
  en: {
    statements: {
      understanding: 'We share an understanding of what the challenges here are.',
      acquaintance: 'We know each other and the other organisations better than before.',
      measures: 'Working together gives concrete measures that are carried out.',
      coordination: 'We coordinate instruments and priorities when it pays.',
      leadership: 'Leadership and secretariat make it easy to take part and get something done.',
      connections: 'What is taken up in one arena reaches the others and is followed up.',
      focus: 'We have few enough goals and measures to keep an overview and follow up.',
    },
    short: {
      understanding: 'Common understanding', acquaintance: 'Knowing each other', measures: 'Concrete measures', coordination: 'Coordination of instruments', leadership: 'Leadership and secretariat', connections: 'Links between arenas', focus: 'Focus',
      own_1: 'Own question 1', own_2: 'Own question 2', own_3: 'Own question 3', go_on: 'What should go on?', change: 'What should be changed?', advice: 'Advice to those who start the next arena',
    },
    questions: { go_on: 'What should go on as now?', change: 'What should be changed?', advice: 'What advice would you give those who start the next arena?' },
    scores: { 0: 'Don’t know', 1: 'Strongly disagree', 2: 'Somewhat disagree', 3: 'Neither', 4: 'Somewhat agree', 5: 'Strongly agree' },
    word: 'Do you want to say more?',
    types: { municipality: 'Municipalities', county: 'The county council', state: 'The state', academia: 'Academia', business: 'Business', volunteers: 'Volunteers', region: 'Regional councils', other: 'Others', left: 'Those who have left' },
  },
})
type Words = (typeof formWords)['nb']

/** A statement in full: the house's own words, or those of the ones who lead. */
export const statementText = ({ name, text }: Statement, w: Words): string => text ?? w.statements[name as keyof Words['statements']] ?? ''
/** What a statement or a question is called in a heading or a table. */
export const topicName = (topic: Topic, form: readonly Statement[], w: Words): string => form.find((one) => one.name === topic)?.text ?? w.short[topic]
export const scoreText = (score: number, w: Words): string => w.scores[score as 0] ?? ''
export const typeName = (type: PartnerType, w: Words): string => w.types[type]
