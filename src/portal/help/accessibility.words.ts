import { texts } from '../../platform/text/texts.ts'

/** In the small Markdown that the guide is written in. */
export const accessibilityWords = texts({
  nb: {
    title: 'Tilgjengelighet',
    lead: 'Trådverk skal kunne brukes av alle. Her står det hva vi har gjort, og hva vi vet ikke er godt nok ennå.',
    body: `Dette er vår egen gjennomgang. Den er ikke en tilgjengelighetserklæring etter forskriften. Den som driver denne installasjonen, lager erklæringen på uustatus.no.

## Dette har vi gjort

- Vi bygger etter WCAG 2.2, nivå A og AA. Kravet i Norge er WCAG 2.1.
- Alt kan gjøres uten JavaScript, og alt kan gjøres med tastaturet alene.
- Alle felt har ledetekst. Feil står ved feltet og øverst på siden, og det du har skrevet, blir stående.
- Farge sier aldri noe alene. En status har alltid form og ord i tillegg.
- Hver tegning finnes også som liste eller tabell.
- Sidene virker i 320 punkters bredde, med 200 prosent tekst, i mørk drakt og i utskrift.
- Språket er merket i teksten, så skjermlesere leser bokmål, nynorsk og engelsk riktig.
- Sidene prøves automatisk med axe og med nettleser på smal og bred skjerm hver gang programmet endres.

## Dette vet vi ikke er godt nok

- Ingen brukere med skjermleser, forstørring eller talestyring har prøvd Trådverk ennå.
- Tegningen av tråden er bred når planen er stor. På telefon er lista under tegningen lettere å lese.
- Filer som andre har lastet opp, kan mangle det som trengs for å leses av alle.
- Veiledningen er bare på bokmål.

## Si fra

Kommer du ikke fram til noe, eller er noe vanskelig å bruke? Si fra til sekretariatet i arbeidsrommet ditt. Fortell hvilken side det var, hva du prøvde på, og hva du brukte. Er det programmet det er noe galt med, tar sekretariatet det videre til oss som lager det.`,
  },
  nn: {
    title: 'Tilgjenge',
    lead: 'Alle skal kunne bruke Trådverk. Her står det kva vi har gjort, og kva vi veit ikkje er godt nok enno.',
    body: `Dette er vår eigen gjennomgang. Han er ikkje ei tilgjengeerklæring etter forskrifta. Den som driv denne installasjonen, lagar erklæringa på uustatus.no.

## Dette har vi gjort

- Vi byggjer etter WCAG 2.2, nivå A og AA. Kravet i Noreg er WCAG 2.1.
- Alt kan gjerast utan JavaScript, og alt kan gjerast med tastaturet åleine.
- Alle felt har leietekst. Feil står ved feltet og øvst på sida, og det du har skrive, blir ståande.
- Farge seier aldri noko åleine. Ein status har alltid form og ord i tillegg.
- Kvar teikning finst òg som liste eller tabell.
- Sidene verkar i 320 punkts breidd, med 200 prosent tekst, i mørk drakt og på utskrift.
- Språket er merkt i teksten, så skjermlesarar les bokmål, nynorsk og engelsk rett.
- Sidene blir prøvde automatisk med axe og med nettlesar på smal og brei skjerm kvar gong programmet blir endra.

## Dette veit vi ikkje er godt nok

- Ingen brukarar med skjermlesar, forstørring eller talestyring har prøvd Trådverk enno.
- Teikninga av tråden er brei når planen er stor. På telefon er lista under teikninga lettare å lese.
- Filer som andre har lasta opp, kan mangle det som trengst for at alle skal kunne lese dei.
- Rettleiinga er berre på bokmål.

## Sei frå

Kjem du ikkje fram til noko, eller er noko vanskeleg å bruke? Sei frå til sekretariatet i arbeidsrommet ditt. Fortel kva side det var, kva du prøvde på, og kva du brukte. Er det programmet det er noko gale med, tek sekretariatet det vidare til oss som lagar det.`,
  },
  en: {
    title: 'Accessibility',
    lead: 'Everybody should be able to use Trådverk. This is what we have done, and what we know is not good enough yet.',
    body: `This is our own review. It is not an accessibility statement under Norwegian regulations. Whoever runs this installation makes that statement at uustatus.no.

## What we have done

- We build to WCAG 2.2, levels A and AA. Norwegian law asks for WCAG 2.1.
- Everything can be done without JavaScript, and with the keyboard alone.
- Every field has a label. Errors stand beside the field and at the top of the page, and what you have written stays.
- Colour never says anything alone. A status always has a shape and a word too.
- Every drawing is also there as a list or a table.
- The pages work at a width of 320 pixels, with text at 200 per cent, in dark colours and on paper.
- Languages are marked in the text, so that screen readers read bokmål, nynorsk and English correctly.
- The pages are tested automatically with axe, and in a browser on narrow and wide screens, whenever the program changes.

## What we know is not good enough

- No users of screen readers, magnification or voice control have tried Trådverk yet.
- The drawing of the thread is wide when the plan is large. On a phone the list below the drawing is easier to read.
- Files that others have uploaded may lack what is needed for everybody to read them.
- The guide is in Norwegian bokmål only.

## Tell us

Can you not get to something, or is something hard to use? Tell the secretariat of your workspace. Say which page it was, what you tried to do, and what you used. If the fault is in the program, the secretariat takes it on to those who make it.`,
  },
})
