import { texts } from '../../../../platform/text/texts.ts'

export const furtherWords = texts({
  nb: {
    title: 'Ta et funn videre', lead: 'Lag noe dere kan arbeide med. Det blir knyttet til evalueringen, og resultatsiden viser hva funnet ble.', careful: 'Skriv det i egne ord. Ingen skal kjenne igjen hvem som sa det.', found: 'Funnet',
    becomes: 'Hva skal det bli?', kinds: { lesson: 'Et læringspunkt', challenge: 'En utfordring', matter: 'En sak i en arena' }, hints: { lesson: 'Noe andre kan lære av.', challenge: 'Noe som er vanskelig, og som dere vil svare på.', matter: 'Noe som skal tas opp i et møte.' },
    name: 'Hva skal det hete?', background: 'Hva ligger bak?', arena: 'Hvilken arena tar saken opp?', arenaHint: 'Bare når det skal bli en sak.', save: 'Lag det', cancel: 'Avbryt', chooseArena: 'Velg arenaen som tar saken opp.', choose: 'Velg hva det skal bli.', missing: 'Skriv hva det skal hete.', long: (n: number) => `Kort ned til ${n} tegn.`,
    made: (kind: string) => `Funnet er blitt ${kind}.`, articles: { lesson: 'et læringspunkt', challenge: 'en utfordring', matter: 'en sak' }, behind: (title: string, statement: string, agree: string, n: number) => `I «${title}» svarte ${n} på påstanden «${statement}». ${agree} var enige.`,
    which: 'Hvilket funn?', whichMissing: 'Velg et funn.',
  },
  nn: {
    title: 'Ta eit funn vidare', lead: 'Lag noko de kan arbeide med. Det blir knytt til evalueringa, og resultatsida viser kva funnet blei.', careful: 'Skriv det i eigne ord. Ingen skal kjenne att kven som sa det.', found: 'Funnet',
    becomes: 'Kva skal det bli?', kinds: { lesson: 'Eit læringspunkt', challenge: 'Ei utfordring', matter: 'Ei sak i ein arena' }, hints: { lesson: 'Noko andre kan lære av.', challenge: 'Noko som er vanskeleg, og som de vil svare på.', matter: 'Noko som skal takast opp i eit møte.' },
    name: 'Kva skal det heite?', background: 'Kva ligg bak?', arena: 'Kva arena tek saka opp?', arenaHint: 'Berre når det skal bli ei sak.', save: 'Lag det', cancel: 'Avbryt', chooseArena: 'Vel arenaen som tek saka opp.', choose: 'Vel kva det skal bli.', missing: 'Skriv kva det skal heite.', long: (n: number) => `Kort ned til ${n} teikn.`,
    made: (kind: string) => `Funnet er blitt ${kind}.`, articles: { lesson: 'eit læringspunkt', challenge: 'ei utfordring', matter: 'ei sak' }, behind: (title: string, statement: string, agree: string, n: number) => `I «${title}» svarte ${n} på påstanden «${statement}». ${agree} var samde.`,
    which: 'Kva funn?', whichMissing: 'Vel eit funn.',
  },
  en: {
    title: 'Take a finding further', lead: 'Make something that you can work with. It is tied to the evaluation, and the page of results shows what the finding became.', careful: 'Write it in words of your own. Nobody should recognise who said it.', found: 'The finding',
    becomes: 'What shall it become?', kinds: { lesson: 'A lesson', challenge: 'A challenge', matter: 'A matter in an arena' }, hints: { lesson: 'Something that others can learn from.', challenge: 'Something that is hard, and that you want to address.', matter: 'Something to be taken up in a meeting.' },
    name: 'What shall it be called?', background: 'What is behind it?', arena: 'Which arena takes it up?', arenaHint: 'Only when it is to become a matter.', save: 'Make it', cancel: 'Cancel', chooseArena: 'Choose the arena that takes it up.', choose: 'Choose what it shall become.', missing: 'Write what it shall be called.', long: (n: number) => `Shorten to ${n} characters.`,
    made: (kind: string) => `The finding has become ${kind}.`, articles: { lesson: 'a lesson', challenge: 'a challenge', matter: 'a matter' }, behind: (title: string, statement: string, agree: string, n: number) => `In “${title}”, ${n} answered the statement “${statement}”. ${agree} agreed.`,
    which: 'Which finding?', whichMissing: 'Choose a finding.',
  },
})
