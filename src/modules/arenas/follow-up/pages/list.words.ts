import { texts } from '../../../../platform/text/texts.ts'

export const listWords = texts({
  nb: {
    lead: (late: number, open: number) => (open === 0 ? 'Ingen oppgaver er åpne.' : `${late === 0 ? 'Ingen' : late} av ${open} åpne oppgaver er over fristen.`), views: { sene: 'Over fristen', apne: 'Åpne', ferdige: 'Ferdige', alle: 'Alle' }, view: 'Vis', owner: 'Hvem', meeting: 'Fra møte', task: 'Oppgave', state: 'Hvordan går det?', due: 'Frist', responsible: 'Ansvarlig', search: 'Søk i titlene',
    whose: 'Hvem har oppgavene?', whence: 'Hvilke møter kom de fra?', open: 'Åpne', late: 'Over fristen', help: 'Trenger hjelp', oldest: 'Eldste frist', done: 'Gjort', none: 'Ingen har den', noMeeting: 'Ikke fra et møte', all: 'Alle', removed: 'Fjernede', tasks: 'Oppgavene', noneHere: 'Ingen oppgaver passer med det du valgte.', graceful: 'Ingenting er over fristen. Godt gjort.', at: (name: string, day: string) => `${name}, ${day}`, said: 'Sist meldt', mine: 'Svar på dine egne', new: 'Ny oppgave',
  },
  nn: {
    lead: (late: number, open: number) => (open === 0 ? 'Ingen oppgåver er opne.' : `${late === 0 ? 'Ingen' : late} av ${open} opne oppgåver er over fristen.`), views: { sene: 'Over fristen', apne: 'Opne', ferdige: 'Ferdige', alle: 'Alle' }, view: 'Vis', owner: 'Kven', meeting: 'Frå møte', task: 'Oppgåve', state: 'Korleis går det?', due: 'Frist', responsible: 'Ansvarleg', search: 'Søk i titlane',
    whose: 'Kven har oppgåvene?', whence: 'Kva møte kom dei frå?', open: 'Opne', late: 'Over fristen', help: 'Treng hjelp', oldest: 'Eldste frist', done: 'Gjort', none: 'Ingen har ho', noMeeting: 'Ikkje frå eit møte', all: 'Alle', removed: 'Fjerna', tasks: 'Oppgåvene', noneHere: 'Ingen oppgåver passar med det du valde.', graceful: 'Ingenting er over fristen. Godt gjort.', at: (name: string, day: string) => `${name}, ${day}`, said: 'Sist meldt', mine: 'Svar på dine eigne', new: 'Ny oppgåve',
  },
  en: {
    lead: (late: number, open: number) => (open === 0 ? 'No tasks are open.' : `${late === 0 ? 'None' : late} of ${open} open tasks ${late === 1 ? 'is' : 'are'} overdue.`), views: { sene: 'Overdue', apne: 'Open', ferdige: 'Finished', alle: 'All' }, view: 'Show', owner: 'Who', meeting: 'From meeting', task: 'Task', state: 'How is it going?', due: 'Due', responsible: 'Responsible', search: 'Search the titles',
    whose: 'Who has the tasks?', whence: 'Which meetings did they come from?', open: 'Open', late: 'Overdue', help: 'Need help', oldest: 'Oldest date', done: 'Done', none: 'Nobody has it', noMeeting: 'Not from a meeting', all: 'All', removed: 'Removed', tasks: 'The tasks', noneHere: 'No tasks fit what you chose.', graceful: 'Nothing is overdue. Well done.', at: (name: string, day: string) => `${name}, ${day}`, said: 'Last word', mine: 'Answer your own', new: 'New task',
  },
})
