import { texts } from '../../platform/text/texts.ts'

export const meWords = texts({
  nb: {
    title: 'Min side', asked: 'Dette venter på deg', nothing: 'Ingenting venter på deg.', undated: 'Uten frist', due: (date: string, near: string) => `Frist ${date}, ${near}`, past: 'Over fristen', mine: 'Du er ansvarlig', workspaces: 'Arbeidsrommene dine', example: 'Eksempel',
    since: (when: string) => `Nytt siden ${when}`, first: 'Nytt den siste måneden', noNews: 'Ingenting nytt. Her ser du hva andre gjør i arbeidsrommene dine.', all: (title: string) => `Alle endringer i ${title}`,
    came: 'Hva kom ut av det du sa?', cameNone: 'Ingenting ennå. Her ser du når noe du har skrevet eller svart på, blir vedtatt, gir resultat eller blir ført videre av andre.',
    outcome: {
      decided: (about: string) => `Vedtak om «${about}»`, result: (about: string) => `Resultat av «${about}»`, changed: (who: string) => `Ført videre av ${who}`,
    }, someone: 'noen andre',
    none: 'Du er ikke med i noe arbeidsrom ennå', noneText: 'Be sekretariatet legge deg til, eller lag din egen plan.', start: 'Lag en plan på ti minutter', another: 'Lag et nytt arbeidsrom', sheet: 'Hent planen fra et regneark',
    calendar: 'Møtene dine i kalenderen', mail: 'E-post til deg', administration: 'Administrasjon', out: 'Logg ut', more: 'Mer',
  },
  nn: {
    title: 'Mi side', asked: 'Dette ventar på deg', nothing: 'Ingenting ventar på deg.', undated: 'Utan frist', due: (date: string, near: string) => `Frist ${date}, ${near}`, past: 'Over fristen', mine: 'Du er ansvarleg', workspaces: 'Arbeidsromma dine', example: 'Døme',
    since: (when: string) => `Nytt sidan ${when}`, first: 'Nytt den siste månaden', noNews: 'Ingenting nytt. Her ser du kva andre gjer i arbeidsromma dine.', all: (title: string) => `Alle endringar i ${title}`,
    came: 'Kva kom ut av det du sa?', cameNone: 'Ingenting enno. Her ser du når noko du har skrive eller svart på, blir vedteke, gir resultat eller blir ført vidare av andre.',
    outcome: {
      decided: (about: string) => `Vedtak om «${about}»`, result: (about: string) => `Resultat av «${about}»`, changed: (who: string) => `Ført vidare av ${who}`,
    }, someone: 'nokon andre',
    none: 'Du er ikkje med i noko arbeidsrom enno', noneText: 'Be sekretariatet leggje deg til, eller lag din eigen plan.', start: 'Lag ein plan på ti minutt', another: 'Lag eit nytt arbeidsrom', sheet: 'Hent planen frå eit rekneark',
    calendar: 'Møta dine i kalenderen', mail: 'E-post til deg', administration: 'Administrasjon', out: 'Logg ut', more: 'Meir',
  },
  en: {
    title: 'My page', asked: 'Asked of you', nothing: 'Nothing waits for you.', undated: 'Without a deadline', due: (date: string, near: string) => `Due ${date}, ${near}`, past: 'Overdue', mine: 'You are responsible', workspaces: 'Your workspaces', example: 'Example',
    since: (when: string) => `New since ${when}`, first: 'New in the last month', noNews: 'Nothing new. Here you see what others do in your workspaces.', all: (title: string) => `All changes in ${title}`,
    came: 'What came of what you said?', cameNone: 'Nothing yet. Here you see when something you have written or answered is decided on, gives a result or is carried on by others.',
    outcome: {
      decided: (about: string) => `Decision on “${about}”`, result: (about: string) => `Result of “${about}”`, changed: (who: string) => `Carried on by ${who}`,
    }, someone: 'somebody else',
    none: 'You are not in any workspace yet', noneText: 'Ask the secretariat to add you, or make your own plan.', start: 'Make a plan in ten minutes', another: 'Make a new workspace', sheet: 'Bring the plan from a spreadsheet',
    calendar: 'Your meetings in the calendar', mail: 'E-mail to you', administration: 'Administration', out: 'Log out', more: 'More',
  },
})
