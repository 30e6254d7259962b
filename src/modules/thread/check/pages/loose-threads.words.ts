import { texts } from '../../../../platform/text/texts.ts'

const nbLoose = (n: number) => `${n} ${n === 1 ? 'løs tråd' : 'løse tråder'}`
const nnLoose = (n: number) => `${n} ${n === 1 ? 'laus tråd' : 'lause trådar'}`
const enLoose = (n: number) => `${n} ${n === 1 ? 'loose thread' : 'loose threads'}`

export const looseWordsOfPage = texts({
  nb: {
    title: 'Løse tråder', thread: 'Tråden', loose: nbLoose,
    lead: (n: number, change: number | null) => `${nbLoose(n)}${change === null ? '' : change === 0 ? ', like mange som for en måned siden' : `, ${Math.abs(change)} ${change < 0 ? 'færre' : 'flere'} enn for en måned siden`}.`,
    about: 'En løs tråd er ikke en feil. Den viser hvor sammenhengen mangler et ledd, og hvordan dere kan feste den.',
    top: 'Ta disse tre først', topFew: 'Ta disse først', someOnTop: (n: number) => `${n === 1 ? 'Én' : n} av dem står øverst på siden.`,
    source: 'Kilde', tied: (n: number) => `${n} ting er knyttet til den`, since: (when: string) => `Løs siden ${when}`,
    all: (n: number) => `Vis alle ${n}`, allRules: 'Alle slags', kind: 'Slag', owner: 'Eier', allOwners: 'Alle', ours: 'Vår organisasjon', back: 'Vis alle løse tråder',
    mend: 'Fest den', another: 'Flere måter', or: (what: string) => `Eller skriv ${what}`, choose: (kind: string) => `Velg ${kind}`,
    chooseHint: 'Begynn å skrive, og velg fra lista.', tie: 'Knytt sammen', search: (kind: string) => `Søk etter ${kind} å knytte til`, chooseOwner: 'Velg eier', writeOwner: 'Eller skriv navnet på en ny', saveOwner: 'Sett eier',
    save: 'Lagre', howItWent: 'Hvordan står det?', open: (title: string) => `Åpne «${title}»`,
    why: 'Hvorfor gjelder det ikke her?', whyHint: 'Grunnen vises for alle i arbeidsrommet.', waiveButton: 'Gjelder ikke her',
    waived: (n: number) => `Gjelder ikke (${n})`, takeBack: 'La regelen gjelde igjen', saidBy: (who: string, when: string) => `${who}, ${when}`, someone: 'Systemet',
    offTitle: (n: number) => `Regler dere har tilpasset (${n})`, off: 'Slått av', ownLimit: (n: number) => `Egen grense: ${n}`, settings: 'Endre hva som sjekkes',
    notUsed: (parts: string) => `Dette er ikke tatt i bruk og telles ikke: ${parts}.`, notYours: 'Du kan se, men ikke endre denne.',
    noneTitle: 'Tråden holder', none: 'Ingen løse tråder akkurat nå. Det dere vet, vil, gjør og får til, henger sammen. Godt arbeid.', noneProof: 'At det henger sammen, er ikke bevis for at det virker. Det må dere undersøke.', noneHere: 'Ingen løse tråder i dette utvalget.', see: 'Se hele tråden',
    trend: 'Løse tråder over tid', trendAbout: 'Antall ved slutten av hver dag det ble arbeidet, og nå.', now: 'nå',
  },
  nn: {
    title: 'Lause trådar', thread: 'Tråden', loose: nnLoose,
    lead: (n: number, change: number | null) => `${nnLoose(n)}${change === null ? '' : change === 0 ? ', like mange som for ein månad sidan' : `, ${Math.abs(change)} ${change < 0 ? 'færre' : 'fleire'} enn for ein månad sidan`}.`,
    about: 'Ein laus tråd er ikkje ein feil. Han viser kvar samanhengen manglar eit ledd, og korleis de kan feste han.',
    top: 'Ta desse tre først', topFew: 'Ta desse først', someOnTop: (n: number) => `${n === 1 ? 'Éin' : n} av dei står øvst på sida.`,
    source: 'Kjelde', tied: (n: number) => `${n} ting er knytte til han`, since: (when: string) => `Laus sidan ${when}`,
    all: (n: number) => `Vis alle ${n}`, allRules: 'Alle slag', kind: 'Slag', owner: 'Eigar', allOwners: 'Alle', ours: 'Vår organisasjon', back: 'Vis alle lause trådar',
    mend: 'Fest han', another: 'Fleire måtar', or: (what: string) => `Eller skriv ${what}`, choose: (kind: string) => `Vel ${kind}`,
    chooseHint: 'Byrj å skrive, og vel frå lista.', tie: 'Knyt saman', search: (kind: string) => `Søk etter ${kind} å knyte til`, chooseOwner: 'Vel eigar', writeOwner: 'Eller skriv namnet på ein ny', saveOwner: 'Set eigar',
    save: 'Lagre', howItWent: 'Korleis står det?', open: (title: string) => `Opne «${title}»`,
    why: 'Kvifor gjeld det ikkje her?', whyHint: 'Grunnen er synleg for alle i arbeidsrommet.', waiveButton: 'Gjeld ikkje her',
    waived: (n: number) => `Gjeld ikkje (${n})`, takeBack: 'La regelen gjelde igjen', saidBy: (who: string, when: string) => `${who}, ${when}`, someone: 'Systemet',
    offTitle: (n: number) => `Reglar de har tilpassa (${n})`, off: 'Slått av', ownLimit: (n: number) => `Eiga grense: ${n}`, settings: 'Endre kva som blir sjekka',
    notUsed: (parts: string) => `Dette er ikkje teke i bruk og blir ikkje talt: ${parts}.`, notYours: 'Du kan sjå, men ikkje endre denne.',
    noneTitle: 'Tråden held', none: 'Ingen lause trådar akkurat no. Det de veit, vil, gjer og får til, heng saman. Godt arbeid.', noneProof: 'At det heng saman, er ikkje prov på at det verkar. Det må de undersøkje.', noneHere: 'Ingen lause trådar i dette utvalet.', see: 'Sjå heile tråden',
    trend: 'Lause trådar over tid', trendAbout: 'Talet ved slutten av kvar dag det blei arbeidd, og no.', now: 'no',
  },
  en: {
    title: 'Loose threads', thread: 'The thread', loose: enLoose,
    lead: (n: number, change: number | null) => `${enLoose(n)}${change === null ? '' : change === 0 ? ', as many as a month ago' : `, ${Math.abs(change)} ${change < 0 ? 'fewer' : 'more'} than a month ago`}.`,
    about: 'A loose thread is not an error. It shows where a connection is missing, and how you can mend it.',
    top: 'Take these three first', topFew: 'Take these first', someOnTop: (n: number) => `${n === 1 ? 'One of them stands' : `${n} of them stand`} at the top of the page.`,
    source: 'Source', tied: (n: number) => `${n} ${n === 1 ? 'thing is' : 'things are'} tied to it`, since: (when: string) => `Loose since ${when}`,
    all: (n: number) => `Show all ${n}`, allRules: 'All sorts', kind: 'Sort', owner: 'Owner', allOwners: 'All', ours: 'Our organisation', back: 'Show all loose threads',
    mend: 'Mend it', another: 'More ways', or: (what: string) => `Or write a ${what}`, choose: (kind: string) => `Choose ${kind}`,
    chooseHint: 'Begin to type, and choose from the list.', tie: 'Tie together', search: (kind: string) => `Search for ${kind} to tie to`, chooseOwner: 'Choose owner', writeOwner: 'Or write the name of a new one', saveOwner: 'Set owner',
    save: 'Save', howItWent: 'How does it stand?', open: (title: string) => `Open “${title}”`,
    why: 'Why does it not apply here?', whyHint: 'The reason is shown to everybody in the workspace.', waiveButton: 'Does not apply here',
    waived: (n: number) => `Does not apply (${n})`, takeBack: 'Let the rule apply again', saidBy: (who: string, when: string) => `${who}, ${when}`, someone: 'The system',
    offTitle: (n: number) => `Rules you have adapted (${n})`, off: 'Turned off', ownLimit: (n: number) => `Own limit: ${n}`, settings: 'Change what is checked',
    notUsed: (parts: string) => `These are not in use and are not counted: ${parts}.`, notYours: 'You can see this, but not change it.',
    noneTitle: 'The thread holds', none: 'No loose threads right now. What you know, want, do and achieve hangs together. Well done.', noneProof: 'That it hangs together is no proof that it works. That you must look into.', noneHere: 'No loose threads in this selection.', see: 'See the whole thread',
    trend: 'Loose threads over time', trendAbout: 'The number at the end of each day that somebody worked, and now.', now: 'now',
  },
})
