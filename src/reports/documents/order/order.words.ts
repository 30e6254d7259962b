import { texts } from '../../../platform/text/texts.ts'

export const orderWords = texts({
  nb: {
    title: 'Lag et langt dokument', lead: (file: string) => `«${file}» blir langt, så det tar litt tid å lage.`, how: (days: number) => `Vi lager det mens du venter, eller gjør noe annet. Bare du kan åpne det, og det ligger her i ${days} dager.`, make: 'Lag dokumentet', login: 'Logg inn for å lage det', narrower: 'Du kan også velge ut mindre på siden du kom fra. Da får du det med én gang.', back: 'Til arbeidsrommet',
    making: 'Dokumentet lages', begin: 'Snart i gang …', step: 'Lager dokumentet, steg', wait: 'Du kan la siden stå. Den går videre av seg selv.', ready: 'Dokumentet er klart', open: (file: string) => `Last ned ${file}`, until: (day: string) => `Det ligger her til ${day}.`,
    failed: 'Dokumentet ble ikke laget', failedText: 'Det stoppet opp hos oss, eller rollene dine er endret siden du ba om det. Be om det på nytt.', again: 'Be om det på nytt',
  },
  nn: {
    title: 'Lag eit langt dokument', lead: (file: string) => `«${file}» blir langt, så det tek litt tid å lage.`, how: (days: number) => `Vi lagar det medan du ventar, eller gjer noko anna. Berre du kan opne det, og det ligg her i ${days} dagar.`, make: 'Lag dokumentet', login: 'Logg inn for å lage det', narrower: 'Du kan òg velje ut mindre på sida du kom frå. Då får du det med ein gong.', back: 'Til arbeidsrommet',
    making: 'Dokumentet blir laga', begin: 'Snart i gang …', step: 'Lagar dokumentet, steg', wait: 'Du kan la sida stå. Ho går vidare av seg sjølv.', ready: 'Dokumentet er klart', open: (file: string) => `Last ned ${file}`, until: (day: string) => `Det ligg her til ${day}.`,
    failed: 'Dokumentet blei ikkje laga', failedText: 'Det stoppa opp hos oss, eller rollene dine er endra sidan du bad om det. Be om det på nytt.', again: 'Be om det på nytt',
  },
  en: {
    title: 'Make a long document', lead: (file: string) => `“${file}” is long, so it takes a while to make.`, how: (days: number) => `We make it while you wait, or do something else. Only you can open it, and it stays here for ${days} days.`, make: 'Make the document', login: 'Log in to make it', narrower: 'You can also choose less on the page that you came from. Then you get it at once.', back: 'To the workspace',
    making: 'The document is being made', begin: 'Soon under way …', step: 'Making the document, step', wait: 'You can leave this page open. It goes on by itself.', ready: 'The document is ready', open: (file: string) => `Download ${file}`, until: (day: string) => `It stays here until ${day}.`,
    failed: 'The document was not made', failedText: 'Something stopped on our side, or your roles have changed since you asked for it. Ask for it again.', again: 'Ask for it again',
  },
})
