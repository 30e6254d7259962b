import { texts } from '../../../platform/text/texts.ts'

export const colleagueWords = texts({
  nb: {
    title: 'Be en kollega svare', sameAnswer: (organisation: string) => `Kollegaen får en e-post med sin egen lenke, og dere skriver på det samme svaret for ${organisation}. Du får ingen flere påminnelser, men kan fortsatt skrive.`,
    name: 'Kollegaens navn', email: 'Kollegaens e-post', send: 'Be kollegaen svare', back: 'Tilbake til svaret', handed: (name: string) => `${name} er spurt, og får en e-post nå.`,
    handedOn: 'Du har bedt en kollega svare.', takeBack: 'Ta spørsmålet tilbake', takenBack: 'Du har tatt spørsmålet tilbake. Kollegaens lenke virker ikke lenger.',
    refusals: { self: 'Det er din egen adresse. Skriv kollegaens.', already: 'Hen er allerede spurt om dette.', far: 'Spørsmålet er gitt videre så langt det går. Svar på e-posten og si hvem som bør spørres.', many: 'Du har spurt så mange det er mulig. Svar på e-posten og si hvem andre som bør spørres.' },
  },
  nn: {
    title: 'Be ein kollega svare', sameAnswer: (organisation: string) => `Kollegaen får ein e-post med si eiga lenkje, og de skriv på det same svaret for ${organisation}. Du får ingen fleire påminningar, men kan framleis skrive.`,
    name: 'Namnet til kollegaen', email: 'E-posten til kollegaen', send: 'Be kollegaen svare', back: 'Tilbake til svaret', handed: (name: string) => `${name} er spurd, og får ein e-post no.`,
    handedOn: 'Du har bede ein kollega svare.', takeBack: 'Ta spørsmålet tilbake', takenBack: 'Du har teke spørsmålet tilbake. Lenkja til kollegaen verkar ikkje lenger.',
    refusals: { self: 'Det er di eiga adresse. Skriv den til kollegaen.', already: 'Hen er alt spurd om dette.', far: 'Spørsmålet er gjeve vidare så langt det går. Svar på e-posten og sei kven som bør spørjast.', many: 'Du har spurt så mange det går an. Svar på e-posten og sei kven andre som bør spørjast.' },
  },
  en: {
    title: 'Ask a colleague to answer', sameAnswer: (organisation: string) => `Your colleague gets an e-mail with a link of their own, and you write on the same answer for ${organisation}. You get no more reminders, but can still write.`,
    name: 'Your colleague’s name', email: 'Your colleague’s e-mail', send: 'Ask the colleague', back: 'Back to the answer', handed: (name: string) => `${name} has been asked, and gets an e-mail now.`,
    handedOn: 'You have asked a colleague to answer.', takeBack: 'Take the question back', takenBack: 'You have taken the question back. Your colleague’s link no longer works.',
    refusals: { self: 'That is your own address. Write your colleague’s.', already: 'They have been asked about this already.', far: 'The question has been handed on as far as it goes. Reply to the e-mail and say who should be asked.', many: 'You have asked as many as you can. Reply to the e-mail and say who else should be asked.' },
  },
})
